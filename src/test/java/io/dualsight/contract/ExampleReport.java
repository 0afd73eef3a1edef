package io.dualsight.contract;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The contract's example, for tests to change. */
final class ExampleReport {

    private final Map<String, Object> tree = read();

    /** The tree itself: what is changed in it is read. */
    Map<String, Object> tree() {
        return tree;
    }

    /** The object at that path of names and indexes. */
    @SuppressWarnings("unchecked")
    Map<String, Object> at(Object... path) {
        Object node = tree;
        for (Object step : path) {
            node = step instanceof Integer index
                    ? ((List<Object>) node).get(index)
                    : ((Map<String, Object>) node).get(step);
        }
        return (Map<String, Object>) node;
    }

    /** The fields that the reader names as wrong. */
    List<String> errors() {
        return catchThrowableOfType(MalformedReportException.class, () -> ReportReader.read(tree, null))
                .errors()
                .stream()
                .map(FieldError::field)
                .toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> read() {
        try (InputStream in = ExampleReport.class.getResourceAsStream("/contract/report.json")) {
            return (Map<String, Object>) Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
