package io.dualsight.cluster;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Renders an overlay: by kubectl where it is installed, and by this class's own reading of resources, components and
 * strategic merges everywhere.
 */
final class Kustomization {

    private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();

    private Kustomization() {}

    /** By kubectl; empty where there is none. */
    static Optional<Manifests> byKubectl(Path folder) {
        try {
            Path out = Files.createTempFile("kustomize", ".yaml");
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!kubectl.waitFor(60, TimeUnit.SECONDS) || kubectl.exitValue() != 0) {
                throw new IllegalStateException("kubectl kustomize " + folder + " failed");
            }
            String yaml = Files.readString(out);
            Files.delete(out);
            return Optional.of(Manifests.read(yaml));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Manifests byOwnReading(Path folder) {
        Kustomization rendered = new Kustomization();
        rendered.add(folder);
        StringBuilder yaml = new StringBuilder();
        rendered.objects.values().forEach(each -> yaml.append("---\n").append(Serialization.asYaml(each)));
        return Manifests.read(yaml.toString().replaceAll("(?m)^---\\n---$", "---"));
    }

    private void add(Path folder) {
        Map<?, ?> own = documents(folder.resolve("kustomization.yaml")).get(0);
        for (String kind : List.of("resources", "components")) {
            for (Object each : list(own.get(kind))) {
                Path path = folder.resolve(each.toString()).normalize();
                if (Files.isDirectory(path)) {
                    add(path);
                } else {
                    documents(path).forEach(object -> objects.put(id(object), object));
                }
            }
        }
        for (Object patch : list(own.get("patches"))) {
            Path path = folder.resolve(((Map<?, ?>) patch).get("path").toString());
            documents(path).forEach(change -> merge(objects.get(id(change)), change));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> documents(Path file) {
        try {
            List<Map<String, Object>> documents = new ArrayList<>();
            for (String each : Files.readString(file).split("(?m)^---$")) {
                documents.add(Serialization.unmarshal(each, LinkedHashMap.class));
            }
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(Map<String, Object> object) {
        Map<?, ?> metadata = (Map<?, ?>) object.get("metadata");
        return object.get("kind") + "/" + metadata.get("namespace") + "/" + metadata.get("name");
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static void merge(Map<String, Object> into, Map<String, Object> change) {
        change.forEach((key, value) -> {
            Object old = into.get(key);
            if (old instanceof Map && value instanceof Map) {
                merge((Map<String, Object>) old, (Map<String, Object>) value);
            } else if (old instanceof List && value instanceof List) {
                into.put(key, merged((List<Object>) old, (List<Object>) value));
            } else {
                into.put(key, value);
            }
        });
    }

    /** As kustomize does: what a patch names comes first, merged with what stood there. */
    @SuppressWarnings("unchecked")
    private static List<Object> merged(List<Object> old, List<Object> changes) {
        List<Object> left = new ArrayList<>(old);
        List<Object> first = new ArrayList<>();
        for (Object change : changes) {
            Optional<Object> same =
                    left.stream().filter(each -> key(each).equals(key(change))).findFirst();
            same.ifPresent(left::remove);
            if (same.isPresent() && change instanceof Map) {
                merge((Map<String, Object>) same.get(), (Map<String, Object>) change);
            }
            first.add(same.orElse(change));
        }
        return Stream.concat(first.stream(), left.stream()).toList();
    }

    private static Object key(Object item) {
        return item instanceof Map<?, ?> map ? keyOf(map) : item;
    }

    /** A mount's path tells it from another of the same volume; other lists are told apart by names. */
    private static Object keyOf(Map<?, ?> item) {
        Object path = item.get("mountPath");
        return path != null ? path : item.containsKey("name") ? item.get("name") : item;
    }
}
