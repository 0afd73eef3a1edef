package io.dualsight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What stands in {@code src/main/kubernetes}, as a cluster would get it. */
class ManifestsTests {

    static final Path FOLDER = Path.of("src/main/kubernetes");

    static Stream<Manifests> rendered() {
        return Stream.concat(
                Stream.of("h2", "postgresql", "postgresql-calico")
                        .map(each -> Kustomization.byOwnReading(
                                FOLDER.resolve("overlays").resolve(each))),
                Stream.of(
                        chart(Map.of()),
                        chart(Map.of("console.replicas", 2, "database.secret", "db", "cluster.calicoOperator", true)),
                        chart(Map.of(
                                "clusters[0].name", "edge", "kubeconfigs", "kubeconfigs", "agent.enabled", false))));
    }

    static Manifests chart(Map<String, Object> values) {
        var template = new Helm(FOLDER.resolve("chart").toAbsolutePath())
                .template()
                .withName("dualsight")
                .withKubeVersion("1.31.0")
                .withNamespace("dualsight");
        values.forEach(template::set);
        return Manifests.read(template.call());
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void haveNoFieldThatKubernetesDoesNotKnow(Manifests manifests) {
        assertThat(manifests.objects()).hasSizeGreaterThan(10);
        assertThat(manifests.objects())
                .allSatisfy(each -> assertThat(UnknownFields.of(each)).isEmpty());
    }

    @Test
    void wouldBeFoundOutWithAWrongField() {
        Manifests wrong = Manifests.read("apiVersion: v1\nkind: Service\nspec:\n  ipFamilyPolcy: PreferDualStack\n");

        assertThat(UnknownFields.of(wrong.objects().get(0))).containsExactly("Service.spec.ipFamilyPolcy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "postgresql-calico"})
    void areWhatKubectlMakesOfThem(String overlay) {
        Path folder = FOLDER.resolve("overlays").resolve(overlay);
        Kustomization.byKubectl(folder)
                .ifPresent(
                        theirs -> assertThat(Kustomization.byOwnReading(folder).objects())
                                .usingRecursiveFieldByFieldElementComparator()
                                .containsExactlyInAnyOrderElementsOf(theirs.objects()));
    }

    @Test
    void areAChartWithoutFault() {
        var lint = new Helm(FOLDER.resolve("chart").toAbsolutePath()).lint().call();

        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
        assertThatThrownBy(() -> chart(Map.of("console.replicas", 2))).hasMessageContaining("H2 takes one process");
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void giveNoContainerMoreThanItNeeds(Manifests manifests) {
        pods(manifests).forEach(pod -> {
            Container container = pod.getContainers().get(0);
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getLimits()).containsKey("memory");
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        });
        manifests
                .all(Service.class)
                .forEach(service ->
                        assertThat(service.getSpec().getIpFamilyPolicy()).isEqualTo("PreferDualStack"));
    }

    private static List<PodSpec> pods(Manifests manifests) {
        return Stream.concat(
                        manifests.all(Deployment.class).stream()
                                .map(each -> each.getSpec().getTemplate().getSpec()),
                        manifests.all(DaemonSet.class).stream()
                                .map(each -> each.getSpec().getTemplate().getSpec()))
                .toList();
    }

    @Test
    void letTheAgentSeeTheHostAndTouchNothing() {
        PodSpec agent = overlay("h2")
                .all(DaemonSet.class)
                .get(0)
                .getSpec()
                .getTemplate()
                .getSpec();

        assertThat(agent.getHostNetwork()).isTrue();
        assertThat(agent.getAutomountServiceAccountToken()).isFalse();
        assertThat(agent.getTolerations()).hasSize(1);
        assertThat(agent.getContainers().get(0).getSecurityContext().getPrivileged())
                .isFalse();
        Set<String> host = agent.getVolumes().stream()
                .filter(volume -> volume.getHostPath() != null)
                .map(volume -> volume.getName())
                .collect(Collectors.toSet());
        assertThat(agent.getContainers().get(0).getVolumeMounts())
                .filteredOn(mount -> host.contains(mount.getName()))
                .hasSize(host.size())
                .allSatisfy(mount -> assertThat(mount.getReadOnly()).isTrue());
        assertThat(agent.getVolumes())
                .filteredOn(volume -> volume.getProjected() != null)
                .singleElement()
                .satisfies(volume -> assertThat(volume.getProjected()
                                .getSources()
                                .get(0)
                                .getServiceAccountToken()
                                .getAudience())
                        .isEqualTo("dualsight"));
    }

    @Test
    void setWhatTheConsoleReads() {
        ClusterSettings.Watched here = settings(overlay("postgresql-calico"));
        assertThat(here.name()).isEqualTo("local");
        assertThat(here.calico()).isTrue();
        assertThat(settings(overlay("h2")).calico()).isFalse();
        assertThat(settings(chart(Map.of("cluster.name", "edge"))).name()).isEqualTo("edge");
        assertThat(settings(chart(Map.of())).serviceAccount()).isEqualTo("dualsight/dualsight-agent");
    }

    private static Manifests overlay(String name) {
        return Kustomization.byOwnReading(FOLDER.resolve("overlays").resolve(name));
    }

    private static ClusterSettings.Watched settings(Manifests manifests) {
        Map<String, Object> environment =
                manifests
                        .all(Deployment.class)
                        .get(0)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getEnv()
                        .stream()
                        .filter(each -> each.getValue() != null)
                        .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
        StandardEnvironment reader = new StandardEnvironment();
        reader.getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("manifest-systemEnvironment", environment));
        ConfigurationPropertySources.attach(reader);
        return Binder.get(reader)
                .bind("dualsight", Bindable.of(ClusterSettings.class))
                .get()
                .clusters()
                .get(0);
    }

    @Test
    void keepOneOfTwoReplicas() {
        Manifests two = overlay("postgresql");

        assertThat(two.all(Deployment.class).get(0).getSpec().getReplicas()).isEqualTo(2);
        assertThat(two.all(PodDisruptionBudget.class)).hasSize(1);
        assertThat(overlay("h2")
                        .all(Deployment.class)
                        .get(0)
                        .getSpec()
                        .getStrategy()
                        .getType())
                .isEqualTo("Recreate");
    }

    @Test
    void listAllTheirImages() throws IOException {
        Set<String> used = new TreeSet<>();
        rendered()
                .forEach(manifests -> pods(manifests)
                        .forEach(pod -> used.add(pod.getContainers().get(0).getImage())));
        List<String> listed = Files.readAllLines(FOLDER.resolve("images.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(used);
        assertThat(rendered().flatMap(each -> each.objects().stream()).map(HasMetadata::getKind))
                .contains("NetworkPolicy");
    }
}
