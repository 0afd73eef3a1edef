package io.dualsight.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The agent that this console serves, and the commands that start it. */
@Component
class AgentJar {

    private final String name;

    AgentJar(ResourcePatternResolver resources) {
        try {
            // The build puts it there, named after its version.
            var found = resources.getResources("classpath:/static/*-agent.jar");
            name = found.length == 0 || found[0].getFilename() == null ? "dualsight-agent.jar" : found[0].getFilename();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the agent and of this console: one build makes both. */
    String version() {
        return name.replaceAll("^dualsight-?|-?agent\\.jar$", "");
    }

    String run(String console, String token) {
        return "curl -fsSO '%s/%s' &&%n  java -jar %s install --server '%s' --token %s"
                .formatted(console, name, name, console, token)
                .replace(System.lineSeparator(), "\n");
    }

    String doctor() {
        return "java -jar " + name + " doctor";
    }
}
