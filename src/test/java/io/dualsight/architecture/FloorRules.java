package io.dualsight.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.dualsight.architecture.Modules.Module;
import io.dualsight.architecture.Modules.Trait;
import java.time.Clock;
import java.util.List;

/** What the agent shares with the console stands on the JDK alone, and what predicts and judges is pure. */
final class FloorRules {

    private static final DescribedPredicate<JavaClass> JDK =
            DescribedPredicate.describe("of the JDK", FloorRules::isOfTheJdk);

    private static final DescribedPredicate<JavaClass> CLOCK_OR_LOGGER = DescribedPredicate.describe(
            "a clock or a logger",
            type -> type.isEquivalentTo(Clock.class) || type.getName().startsWith("java.lang.System$Logger"));

    private FloorRules() {}

    /** Rule 1. */
    static ArchRule jdkOnly(String root) {
        List<ArchRule> rules = Modules.with(Trait.JDK_ONLY).stream()
                .map(module -> jdkOnly(root, module))
                .toList();
        return CompositeArchRule.of(rules).as("agent, contract, detect and rule stand on the JDK and each other");
    }

    private static ArchRule jdkOnly(String root, Module module) {
        return classes()
                .that()
                .resideInAPackage(module.in(root) + "..")
                .should()
                .onlyDependOnClassesThat(JDK.or(resideInAnyPackage("org.jspecify.annotations"))
                        .or(resideInAnyPackage(Modules.reach(root, module))))
                .allowEmptyShould(true);
    }

    /** Told by where the class was loaded from: javax packages are partly the JDK's and partly libraries'. */
    private static boolean isOfTheJdk(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.isPrimitive()
                || element.getSource()
                        .map(source -> "jrt".equals(source.getUri().getScheme()))
                        .orElse(false);
    }

    /** Rule 2. */
    static ArchRule pure(String root) {
        String[] pure = Modules.packages(root, Trait.PURE);
        ArchRule noForeigners = noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .dependOnClassesThat(CLOCK_OR_LOGGER.or(resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "java.util.logging..",
                        "org.slf4j..",
                        "org.apache.commons.logging..",
                        "org.springframework..")))
                .allowEmptyShould(true);
        ArchRule noTicks = noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .accessTargetWhere(HabitRules.readsWallClock().or(HabitRules.measuresTime()))
                .allowEmptyShould(true);
        return CompositeArchRule.of(noForeigners)
                .and(noTicks)
                .as("detect and rule know no clock, database, logger or Spring");
    }
}
