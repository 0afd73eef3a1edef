package io.dualsight.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import io.dualsight.DualsightApplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    @ParameterizedTest
    @EnumSource
    void holdsInTheProduct(Gate gate) {
        EvaluationResult result = gate.onTheProduct();

        assertThat(result.getFailureReport().getDetails()).as(gate.name()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryGuiltyClassOfItsFixtureAndNoInnocentOne(Gate gate) {
        JavaClasses fixture = new ClassFileImporter().importPackages(gate.fixture());
        List<String> details = gate.on(fixture).getFailureReport().getDetails();

        assertThat(fixture).as(gate.fixture()).anyMatch(ArchitectureTests::isGuilty);
        assertThat(fixture.stream().filter(ArchitectureTests::isGuilty))
                .allSatisfy(type -> assertThat(details).anyMatch(line -> line.contains(type.getName())));
        assertThat(details).noneMatch(line -> line.contains(".Innocent"));
    }

    @Test
    void modulesVerify() {
        ApplicationModules.of(DualsightApplication.class).verify();
    }

    @Test
    void modulesThatUseEachOtherDoNotVerify() {
        ApplicationModules modules = ApplicationModules.of(Gate.CYCLES.fixture(), location -> true);

        assertThat(modules.detectViolations().getMessages())
                .anyMatch(message -> message.contains("broken.cycles.store.Egg"));
    }

    /** A bystander is what a guilty class needs: a report may name it or not. */
    private static boolean isGuilty(JavaClass type) {
        return !type.getSimpleName().startsWith("Innocent")
                && !type.getSimpleName().startsWith("Bystander")
                && type.isTopLevelClass();
    }
}
