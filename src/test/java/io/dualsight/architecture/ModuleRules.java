package io.dualsight.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.dualsight.architecture.Modules.Module;
import java.util.ArrayList;
import java.util.List;

/** The packages are the table's, they are flat, and they use each other as it says. */
final class ModuleRules {

    private ModuleRules() {}

    /** Rule 5. */
    static ArchRule table(String root) {
        List<ArchRule> rules = new ArrayList<>(List.of(places(root)));
        Modules.TABLE.forEach(module -> rules.add(reach(root, module)));
        return CompositeArchRule.of(rules).as("the module graph is the table");
    }

    private static ArchRule places(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(be(Modules.known(root)))
                .allowEmptyShould(true);
    }

    private static ArchRule reach(String root, Module module) {
        String own = module.name().isEmpty() ? root : module.in(root) + "..";
        DescribedPredicate<JavaClass> foreign = DescribedPredicate.not(resideInAPackage(root + ".."));
        return classes()
                .that(resideInAPackage(own))
                .should()
                .onlyDependOnClassesThat(foreign.or(resideInAnyPackage(Modules.reach(root, module))))
                .allowEmptyShould(true);
    }

    /** Rule 5: said of its own, so that a wrong table cannot allow a cycle. */
    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }
}
