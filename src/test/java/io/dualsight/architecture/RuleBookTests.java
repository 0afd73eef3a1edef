package io.dualsight.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.importer.ImportOption;
import io.dualsight.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookTests {

    private static final Path DOMAIN = Path.of("../shared/design/domain.md");

    @Test
    void listsEveryRuleClassAndNothingElse() {
        List<String> listed = RuleBook.ids();

        assertThat(new RuleCatalogue(written(), listed, new HashSet<>(listed)).differences())
                .isEmpty();
    }

    @Test
    void listsWhatTheDomainSpecifies() throws IOException {
        assumeTrue(Files.isReadable(DOMAIN), "the rules' specification does not lie beside this repository");

        assertThat(new RuleCatalogue(written(), RuleBook.ids(), RuleCatalogue.specified(DOMAIN)).differences())
                .isEmpty();
    }

    @Test
    void namesWhatIsForgottenUnwrittenUnspecifiedUnlistedOrTwice() {
        RuleCatalogue broken = new RuleCatalogue(
                RuleCatalogue.written("broken.rulebook"),
                List.of("LISTED", "LISTED", "UNWRITTEN"),
                Set.of("LISTED", "UNLISTED"));

        assertThat(broken.differences())
                .containsExactly(
                        "FORGOTTEN has a class and is not in the rule book",
                        "UNWRITTEN is in the rule book and has no class",
                        "UNWRITTEN is in the rule book and not in domain.md",
                        "UNLISTED is in domain.md and not in the rule book",
                        "LISTED is the id of two classes",
                        "LISTED is in the rule book twice");
    }

    @Test
    void readsTheTableOfItsSectionAlone(@TempDir Path folder) throws IOException {
        Path domain = Files.writeString(folder.resolve("domain.md"), """

                ### 8.1 Definitions
                | OTHER | ... |

                ### 8.2 Rules
                | ID | Sev |
                |---|---|
                | NODE_IP_X | CRIT |
                | RKE2_7454 | WARN |

                ### 8.2b Suppression
                | LATER | ... |
                """);

        assertThat(RuleCatalogue.specified(domain)).containsExactly("NODE_IP_X", "RKE2_7454");
    }

    private static List<String> written() {
        return RuleCatalogue.written("io.dualsight", ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
    }
}
