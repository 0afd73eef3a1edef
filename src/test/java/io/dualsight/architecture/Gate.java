package io.dualsight.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Locale;
import java.util.function.Function;

/** The rules of architecture.md, each with a small tree of fixtures that breaks it: {@code broken.<name>}. */
enum Gate {
    JDKONLY(FloorRules::jdkOnly),
    PURE(FloorRules::pure),
    APICLIENT(EdgeRules::apiClient),
    ROWS(EdgeRules::rows),
    TABLE(ModuleRules::table),
    CYCLES(ModuleRules::noCycles),
    CONTROLLERS(EdgeRules::controllers),
    CLOCK(HabitRules::injectedClock),
    LOOKUP(HabitRules::resolvesNothing),
    FIELDS(HabitRules::noInjectedFields),
    DRAWERS(HabitRules::noDrawers);

    private static final String ROOT = "io.dualsight";

    private final Function<String, ArchRule> rule;

    Gate(Function<String, ArchRule> rule) {
        this.rule = rule;
    }

    String fixture() {
        return "broken." + name().toLowerCase(Locale.ROOT);
    }

    EvaluationResult onTheProduct() {
        return rule.apply(ROOT).evaluate(Product.CLASSES);
    }

    /** Seen on a fixture, whose modules lie under {@link #fixture()}. */
    EvaluationResult on(JavaClasses fixture) {
        return rule.apply(fixture()).evaluate(fixture);
    }

    /** Imported once, when first asked for. */
    private static final class Product {

        private static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }
}
