package io.dualsight.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.dualsight.architecture.Modules.Trait;
import jakarta.persistence.Entity;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

/** Libraries stay at the edge that they belong to, and what they are made of is not handed on. */
final class EdgeRules {

    /** The leading dots let a fixture bring a client of its own. */
    private static final String API_CLIENT = "..io.fabric8..";

    private static final String[] TRANSACTIONAL = {
        "org.springframework.transaction.annotation.Transactional", "jakarta.transaction.Transactional"
    };

    private EdgeRules() {}

    /** Rule 3. */
    static ArchRule apiClient(String root) {
        DescribedPredicate<JavaClass> client = resideInAnyPackage(API_CLIENT);
        ArchRule home = noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(Modules.packages(root, Trait.API_SERVER))
                .and(DescribedPredicate.not(client))
                .should()
                .dependOnClassesThat(client)
                .allowEmptyShould(true);
        ArchRule signatures = classes()
                .that()
                .resideInAnyPackage(Modules.packages(root, Trait.API_SERVER))
                .and(DescribedPredicate.not(client))
                .should(new KeepOutOfPublicSignatures(client))
                .allowEmptyShould(true);
        return CompositeArchRule.of(home)
                .and(signatures)
                .as("Fabric8 is known in cluster alone, in no public signature");
    }

    /** Rule 4. */
    static ArchRule rows(String root) {
        ArchRule home = noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(Modules.packages(root, Trait.ROWS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.springframework.data..")
                .allowEmptyShould(true);
        DescribedPredicate<JavaClass> entity = describe("an entity", type -> type.isAnnotatedWith(Entity.class));
        return CompositeArchRule.of(home)
                .and(named(root, entity, "Row"))
                .and(named(root, assignableTo(Repository.class), "Rows"))
                .and(hidden(root))
                .as("rows stay in store, trend, triage and identity, and inside their package");
    }

    private static ArchRule named(String root, DescribedPredicate<JavaClass> kind, String ending) {
        return classes()
                .that(kind)
                .and()
                .resideInAPackage(root + "..")
                .should()
                .haveSimpleNameEndingWith(ending)
                .allowEmptyShould(true);
    }

    private static ArchRule hidden(String root) {
        DescribedPredicate<JavaClass> row = describe(
                "a row",
                type -> type.getSimpleName().matches(".*Rows?")
                        && resideInAnyPackage(Modules.packages(root, Trait.ROWS))
                                .test(type));
        ArchRule types = classes().that(row).should().notBePublic().allowEmptyShould(true);
        ArchRule signatures = classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new KeepOutOfPublicSignatures(row))
                .allowEmptyShould(true);
        return CompositeArchRule.of(types).and(signatures);
    }

    /** Rule 6. */
    static ArchRule controllers(String root) {
        DescribedPredicate<JavaClass> controller = describe(
                "controllers", type -> metaAnnotatedWith(Controller.class).test(type));
        ArchRule place = classes()
                .that(controller)
                .and()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(Modules.packages(root, Trait.HTTP))
                .andShould()
                .bePackagePrivate()
                .allowEmptyShould(true);
        return CompositeArchRule.of(place)
                .and(webKeepsNothing(root))
                .as("controllers are hidden, and web keeps nothing");
    }

    private static ArchRule webKeepsNothing(String root) {
        String web = root + ".web..";
        ArchRule database = noClasses()
                .that()
                .resideInAPackage(web)
                .should()
                .dependOnClassesThat(assignableTo(Repository.class)
                        .or(resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")))
                .allowEmptyShould(true);
        ArchRule rules = database;
        for (String transactional : TRANSACTIONAL) {
            rules = CompositeArchRule.of(rules)
                    .and(noClasses()
                            .that()
                            .resideInAPackage(web)
                            .should()
                            .beMetaAnnotatedWith(transactional)
                            .allowEmptyShould(true))
                    .and(noMethods()
                            .that()
                            .areDeclaredInClassesThat()
                            .resideInAPackage(web)
                            .should()
                            .beMetaAnnotatedWith(transactional)
                            .allowEmptyShould(true));
        }
        return rules;
    }
}
