package io.dualsight.ingest;

import io.dualsight.contract.Limits;
import io.dualsight.store.ReportOutline;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reports as a console reads them first. */
public final class Outlines {

    private Outlines() {}

    /** Of a body that is one report. */
    public static ReportOutline of(String json) {
        return Objects.requireNonNull(all(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .get(0)
                .outline());
    }

    static List<ReportTree> all(InputStream body) {
        List<ReportTree> read = new ArrayList<>();
        new RequestBodyReader(new BoundedStream(body, Limits.REQUEST_BYTES, "request")).oneOrMany(read::add);
        return read;
    }
}
