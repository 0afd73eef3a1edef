package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.store.NodeStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeIpCellsTests {

    private static final List<String> NONE = List.of();
    private static final List<String> RIGHT = List.of("2001:db8::1");

    @Test
    void showsWhatKubernetesShowsBeforeWhatIsPredictedBeforeWhatIsConfigured() {
        List<String> shown = List.of("2001:db8::9");
        assertThat(NodeIpCells.now(new NodeStatus.NodeIps(List.of("a"), List.of("b"), shown, NONE)))
                .isEqualTo(shown);
        assertThat(NodeIpCells.now(new NodeStatus.NodeIps(List.of("a"), List.of("b"), NONE, NONE)))
                .containsExactly("b");
        assertThat(NodeIpCells.now(new NodeStatus.NodeIps(List.of("a"), NONE, NONE, NONE)))
                .containsExactly("a");
    }

    @Test
    void marksEachAddressThatIsNotRecommendedAndSaysWhatIs() {
        NodeList.NodeIps cell =
                NodeIpCells.of(new NodeStatus.NodeIps(NONE, NONE, List.of("2001:db8::1", "192.0.2.7"), RIGHT));
        assertThat(cell.all()).containsExactly(new Ip("2001:db8::1", false), new Ip("192.0.2.7", true));
        assertThat(cell.should()).isEqualTo("2001:db8::1");
    }

    @Test
    void saysWhatShouldBeWhereAnAddressIsMissingOrTheOrderIsAnother() {
        List<String> right = List.of("192.0.2.7", "2001:db8::1");
        NodeStatus.NodeIps lacking = new NodeStatus.NodeIps(NONE, NONE, List.of("192.0.2.7"), right);
        NodeStatus.NodeIps turned = new NodeStatus.NodeIps(NONE, NONE, List.of("2001:db8::1", "192.0.2.7"), right);
        assertThat(NodeIpCells.of(lacking).should()).isEqualTo("192.0.2.7, 2001:db8::1");
        assertThat(NodeIpCells.of(turned).should()).isEqualTo("192.0.2.7, 2001:db8::1");
        assertThat(NodeIpCells.of(turned).all()).noneMatch(Ip::dissents);
    }

    @Test
    void seesThroughAnotherSpellingOfTheSameAddress() {
        NodeList.NodeIps cell = NodeIpCells.of(new NodeStatus.NodeIps(NONE, NONE, List.of("2001:0db8:0::1"), RIGHT));
        assertThat(cell.all()).containsExactly(new Ip("2001:0db8:0::1", false));
        assertThat(cell.should()).isNull();
    }

    @Test
    void countsWhatACellCannotHoldAndLeavesNoFamilyOut() {
        List<String> now = List.of("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.5", "2001:db8::1");
        NodeList.NodeIps cell = NodeIpCells.of(new NodeStatus.NodeIps(NONE, NONE, now, NONE));
        assertThat(cell.all())
                .extracting(Ip::text)
                .containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3", "2001:db8::1");
        assertThat(cell.more()).isEqualTo("+2");
        List<String> right = now.subList(0, 5);
        NodeStatus.NodeIps oneDissents = new NodeStatus.NodeIps(NONE, NONE, now, right);
        assertThat(NodeIpCells.of(oneDissents).all()).contains(new Ip("2001:db8::1", true));
    }

    @Test
    void showsAllWhereACellHoldsThem() {
        List<String> now = List.of("192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2");
        NodeList.NodeIps cell = NodeIpCells.of(new NodeStatus.NodeIps(NONE, NONE, now, NONE));
        assertThat(cell.all()).extracting(Ip::text).isEqualTo(now);
        assertThat(cell.more()).isNull();
    }

    @Test
    void blamesNothingWhereNothingIsRecommended() {
        NodeList.NodeIps cell = NodeIpCells.of(new NodeStatus.NodeIps(List.of("x"), NONE, NONE, NONE));
        assertThat(cell.all()).containsExactly(new Ip("x", false));
        assertThat(cell.should()).isNull();
    }

    @Test
    void showsAConfigurationThatDissentsThoughTheNodeObjectDoesNotYet() {
        List<String> now = List.of("2001:db8::1");
        assertThat(NodeIpCells.of(new NodeStatus.NodeIps(List.of("192.0.2.7"), NONE, now, RIGHT))
                        .configured())
                .isEqualTo("192.0.2.7");
        assertThat(NodeIpCells.of(new NodeStatus.NodeIps(now, NONE, now, RIGHT)).configured())
                .isNull();
        assertThat(NodeIpCells.of(new NodeStatus.NodeIps(List.of("192.0.2.7"), NONE, NONE, RIGHT))
                        .configured())
                .isNull();
    }
}
