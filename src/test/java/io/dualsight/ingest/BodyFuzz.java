package io.dualsight.ingest;

import io.dualsight.Fuzz;
import io.dualsight.contract.Limits;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Every body is unpacked and read, or refused. */
public final class BodyFuzz {

    private BodyFuzz() {}

    public static Fuzz gzip() {
        String one = new SentReport("edge", "one").json();
        List<byte[]> packed = List.of(
                RunningConsole.gzip(one),
                RunningConsole.gzip("[" + one + "," + one + "]"),
                RunningConsole.gzip("[" + "{},".repeat(400) + "{}]"),
                RunningConsole.gzip(" ".repeat(200_000)));
        return Fuzz.of("gzip body", packed, BodyFuzz::read, RefusedException.class, RejectedException.class);
    }

    private static void read(byte[] input) throws Exception {
        BoundedStream sent = new BoundedStream(new ByteArrayInputStream(input), Limits.REQUEST_BYTES, "request");
        BoundedStream plain = new BoundedStream(new GunzipStream(sent), Limits.REQUEST_BYTES, "request");
        new RequestBodyReader(plain).oneOrMany(tree -> tree.text("reportId"));
    }
}
