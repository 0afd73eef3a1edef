package io.dualsight.ingest;

import io.dualsight.Fuzz;
import io.dualsight.contract.Limits;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyFuzzTests {

    @Test
    void unpacksAndReadsOrRefusesEveryBody() {
        String one = new SentReport("edge", "one").json();
        List<byte[]> packed = List.of(
                RunningConsole.gzip(one),
                RunningConsole.gzip("[" + one + "," + one + "]"),
                RunningConsole.gzip("[" + "{},".repeat(400) + "{}]"),
                RunningConsole.gzip(" ".repeat(200_000)));
        Fuzz.from(packed, RefusedException.class, RejectedException.class).run(input -> {
            BoundedStream sent = new BoundedStream(new ByteArrayInputStream(input), Limits.REQUEST_BYTES, "request");
            BoundedStream plain = new BoundedStream(new GunzipStream(sent), Limits.REQUEST_BYTES, "request");
            new RequestBodyReader(plain).oneOrMany(tree -> tree.text("reportId"));
        });
    }
}
