package io.dualsight.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The licences of all libraries in the built jar, from its bill of materials; none where nothing was built. */
@Component
class Licences {
    private static final String NONE = "?";
    /** What browsers load is unpacked into the jar and in no bill. */
    private static final Map<String, String> PAGES = Map.of("htmx.org", "0BSD", "picocss", "MIT", "uplot", "MIT");

    /**
     * A licence, or several where a library leaves the choice.
     *
     * @param name by SPDX where it is known there
     * @param libraries in the order of the alphabet
     */
    record Group(String name, List<String> libraries) {

        /** How many they are. */
        public int count() {
            return libraries.size();
        }
    }

    private final List<Group> groups;

    Licences(@Value("classpath:META-INF/sbom/application.cdx.json") Resource bill, JsonMapper json) {
        this.groups = bill.exists() ? read(bill, json) : List.of();
    }

    /** Those of the most libraries first. */
    List<Group> groups() {
        return groups;
    }

    private static List<Group> read(Resource bill, JsonMapper json) {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        try (InputStream in = bill.getInputStream()) {
            for (JsonNode library : json.readTree(in).path("components")) {
                found.computeIfAbsent(name(library), name -> new TreeSet<>())
                        .add(library.path("name").asString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PAGES.forEach((library, licence) ->
                found.computeIfAbsent(licence, name -> new TreeSet<>()).add(library));
        return found.entrySet().stream()
                .map(each -> new Group(each.getKey(), List.copyOf(each.getValue())))
                .sorted(Comparator.comparingInt(Group::count).reversed())
                .toList();
    }

    private static String name(JsonNode library) {
        List<String> names = new ArrayList<>();
        for (JsonNode each : library.path("licenses")) {
            JsonNode licence = each.path("license");
            String name = licence.path("id").asString(licence.path("name").asString(""));
            names.add(each.path("expression").asString(name));
        }
        return names.isEmpty() ? NONE : String.join(" / ", new TreeSet<>(names));
    }
}
