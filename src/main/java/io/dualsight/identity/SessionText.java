package io.dualsight.identity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.servlet.FlashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * What a session holds, as JSON: never a serialised Java object. Types that are named in it are our own records, texts
 * and collections; anything else is refused, and what an older console wrote in another form counts as absent.
 */
final class SessionText {
    private static final Logger LOG = LoggerFactory.getLogger(SessionText.class);

    private final JsonMapper json = JsonMapper.builder()
            .activateDefaultTyping(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("io.dualsight.")
                            .allowIfSubType("java.util.")
                            .allowIfSubType("java.time.")
                            .allowIfSubType("java.lang.")
                            .build(),
                    DefaultTyping.NON_FINAL_AND_ENUMS)
            .build();

    private record Kept(@Nullable Object value) {}

    private record KeptCaller(Caller.Person person) {}

    private record KeptFlash(List<Flash> flashes) {}

    private record Flash(
            @Nullable String path, Map<String, List<String>> parameters, long endsAt, Map<String, Object> attributes) {}

    byte[] write(Object value) {
        return json.writeValueAsBytes(new Kept(form(value)));
    }

    @Nullable
    Object read(byte[] bytes) {
        try {
            return value(json.readValue(bytes, Kept.class).value());
        } catch (JacksonException e) {
            LOG.warn("A session holds what this console cannot read; it counts as absent: {}", e.getOriginalMessage());
            return null;
        }
    }

    private static Object form(Object value) {
        if (value instanceof SecurityContext context
                && context.getAuthentication() instanceof CallerAuthentication caller
                && caller.getPrincipal() instanceof Caller.Person person) {
            return new KeptCaller(person);
        }
        if (value instanceof List<?> list && list.stream().allMatch(FlashMap.class::isInstance)) {
            return new KeptFlash(
                    list.stream().map(each -> flash((FlashMap) each)).toList());
        }
        return value;
    }

    private static @Nullable Object value(@Nullable Object form) {
        if (form instanceof KeptCaller kept) {
            return new SecurityContextImpl(new CallerAuthentication(kept.person()));
        }
        // Spring takes what it has shown out of this very list.
        return form instanceof KeptFlash kept
                ? new CopyOnWriteArrayList<>(
                        kept.flashes().stream().map(SessionText::flashMap).toList())
                : form;
    }

    private static Flash flash(FlashMap map) {
        return new Flash(
                map.getTargetRequestPath(),
                new TreeMap<>(map.getTargetRequestParams()),
                map.getExpirationTime(),
                new TreeMap<>(map));
    }

    private static FlashMap flashMap(Flash kept) {
        FlashMap map = new FlashMap();
        map.setTargetRequestPath(kept.path());
        kept.parameters().forEach((name, values) -> values.forEach(value -> map.addTargetRequestParam(name, value)));
        map.setExpirationTime(kept.endsAt());
        map.putAll(kept.attributes());
        return map;
    }
}
