package io.dualsight.ingest;

import io.dualsight.contract.FieldError;
import io.dualsight.contract.Limits;
import io.dualsight.store.ReportOutline;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads one report, or an array of them, from a request while it streams, and hands on each as soon as it is read. */
final class RequestBodyReader {
    /** JSON is UTF-8 (RFC 8259): nothing guesses, so that bytes can be counted. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .build();

    private final ReportBytes bytes;

    RequestBodyReader(BoundedStream stream) {
        this.bytes = new ReportBytes(stream);
    }

    /** Reads a report whose bytes were found to be a JSON object. */
    static Map<?, ?> object(byte[] json) {
        InputStream in = new ByteArrayInputStream(json);
        ReportOutline whole = new RequestBodyReader(new BoundedStream(in, Limits.REPORT_BYTES, "report"))
                .one()
                .outline();
        return Objects.requireNonNull(whole, "an object").head();
    }

    /** Reads the one report that the body must be. */
    ReportTree one() {
        List<ReportTree> read = new ArrayList<>(1);
        read(json -> {
            requireObject(json.nextToken(), "one report: a JSON object");
            read.add(new BoundedTree(json, bytes).whole());
        });
        return read.get(0);
    }

    /** Reads the one report that the body is, or each of its array. */
    void oneOrMany(Consumer<ReportTree> taker) {
        read(json -> {
            if (json.nextToken() == JsonToken.START_ARRAY) {
                array(json, taker);
            } else {
                requireObject(json.currentToken(), "one report or an array of reports");
                taker.accept(new BoundedTree(json, bytes).outline(0, ""));
            }
        });
    }

    private void array(JsonParser json, Consumer<ReportTree> taker) {
        int index = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (index == Limits.REPORTS_PER_REQUEST) {
                throw RefusedException.overLimit(
                        "reports", "more than " + Limits.REPORTS_PER_REQUEST, "at most " + Limits.REPORTS_PER_REQUEST);
            }
            taker.accept(new BoundedTree(json, bytes).outline(index, "[" + index + "]."));
            index++;
        }
        if (index == 0) {
            throw wrongShape("an empty array", "at least one report");
        }
    }

    private void read(Consumer<JsonParser> body) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            body.accept(json);
            if (json.nextToken() != null) {
                throw RefusedException.notJson("Something follows after the end of the JSON.");
            }
        } catch (StreamConstraintsException e) {
            throw RefusedException.overLimit(
                    "request", "JSON nested or sized beyond measure", "at most " + Limits.JSON_DEPTH + " levels");
        } catch (JacksonIOException e) {
            throw RefusedException.notJson("The body ended early.");
        } catch (JacksonException e) {
            throw RefusedException.notJson("The body is not JSON" + place(e.getLocation()) + ".");
        }
    }

    private static String place(@Nullable TokenStreamLocation where) {
        return where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
    }

    private static void requireObject(@Nullable JsonToken token, String expected) {
        if (token == null) {
            throw RefusedException.notJson("The body is empty.");
        }
        if (token != JsonToken.START_OBJECT) {
            throw wrongShape(token == JsonToken.START_ARRAY ? "an array" : "a single value", expected);
        }
    }

    private static RefusedException wrongShape(String value, String expected) {
        return RefusedException.of(
                HttpStatus.BAD_REQUEST,
                "wrong-shape",
                "The body is JSON of the wrong shape.",
                List.of(new FieldError("request", value, expected)));
    }
}
