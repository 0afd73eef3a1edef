package io.dualsight.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * How each route is limited for a person who may see some clusters alone. Where a route is about one cluster, its name
 * or the finding's number is the first group of its pattern. A route stands under {@code BY_PARAMETER} when all that it
 * answers is of the cluster that its {@code cluster} parameter names. What is done to many findings at once passes over
 * those that the person may not see.
 */
final class LimitedRoutes {

    /** In which way. */
    enum Kind {
        HOME,
        OPEN,
        BY_PATH,
        BY_FINDING,
        BY_PARAMETER,
        CLOSED
    }

    /** The way, and the name that the path carries, if it does. */
    record Route(Kind kind, String name) {}

    private record Line(Kind kind, Pattern path) {}

    private static final List<Line> LINES = List.of(
            line(Kind.HOME, "/"),
            line(Kind.OPEN, "/(login|logout|preferences|enrol|check|error)"),
            line(Kind.OPEN, "/(webjars|css|js|img|fonts)/.+|/favicon\\.(ico|svg)|/[^/]+-agent\\.jar"),
            line(Kind.OPEN, "/settings(/(sessions(/.*)?|password|about))?"),
            line(Kind.OPEN, "/api/v1/evaluate|/v3/api-docs(/.*|\\.yaml)?|/swagger-ui(/.*|\\.html)?"),
            line(Kind.OPEN, "/actuator/health(/.*)?"),
            line(Kind.OPEN, "/findings/(act|undo|views(/\\d+/delete)?)"),
            line(Kind.BY_PATH, "/(?:api/v1/)?nodes/([^/]+)/.+"),
            line(Kind.BY_FINDING, "/(?:api/v1/)?findings/(\\d{1,18})(?:/.*)?"),
            line(Kind.BY_PARAMETER, "/(api/v1/)?(nodes|findings)"),
            line(Kind.BY_PARAMETER, "/api/v1/exports/(nodes|findings)\\.csv"));

    private LimitedRoutes() {}

    static Route of(String path) {
        for (Line line : LINES) {
            Matcher matcher = line.path().matcher(path);
            if (matcher.matches()) {
                boolean named = line.kind() == Kind.BY_PATH || line.kind() == Kind.BY_FINDING;
                return new Route(line.kind(), named ? UriUtils.decode(matcher.group(1), StandardCharsets.UTF_8) : "");
            }
        }
        return new Route(Kind.CLOSED, "");
    }

    private static Line line(Kind kind, String path) {
        return new Line(kind, Pattern.compile(path));
    }
}
