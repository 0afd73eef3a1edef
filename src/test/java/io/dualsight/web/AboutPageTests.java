package io.dualsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dualsight.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

@InConsole
class AboutPageTests {
    private static final String BILL = """
            {"components":[
              {"name":"logback","licenses":[{"license":{"id":"EPL-2.0"}},{"license":{"id":"LGPL-2.1-only"}}]},
              {"name":"slf4j","licenses":[{"license":{"id":"MIT"}}]},
              {"name":"own","licenses":[{"license":{"name":"Some Licence"}}]},
              {"name":"both","licenses":[{"expression":"MIT OR Apache-2.0"}]},
              {"name":"silent"}]}""";

    @LocalServerPort
    int port;

    @Test
    void saysWhichConsoleThisIsAndOnWhatItRuns() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", InConsole.PASSWORD);
        assertThat(admin.get("/settings/about", "Accept-Language", "en").body())
                .contains(Runtime.version().toString(), "H2 2.", "Apache-2.0", "/actuator/sbom")
                .containsPattern("<dd>\\d+\\.\\d+\\.\\d+</dd>")
                .doesNotContain("??", "jdbc:");
        assertThat(admin.get("/settings/about", "Accept-Language", "zh-CN").body())
                .contains("关于", "数据库")
                .doesNotContain("??");
    }

    @Test
    void putsTheLibrariesOfALicenceTogether() {
        ByteArrayResource bill = new ByteArrayResource(BILL.getBytes(StandardCharsets.UTF_8));
        assertThat(new Licences(bill, JsonMapper.shared()).groups())
                .contains(
                        new Licences.Group("EPL-2.0 / LGPL-2.1-only", List.of("logback")),
                        new Licences.Group("Some Licence", List.of("own")),
                        new Licences.Group("MIT OR Apache-2.0", List.of("both")),
                        new Licences.Group("?", List.of("silent")))
                .first()
                .isEqualTo(new Licences.Group("MIT", List.of("picocss", "slf4j", "uplot")));
        assertThat(new Licences(new ClassPathResource("none"), JsonMapper.shared()).groups())
                .isEmpty();
    }
}
