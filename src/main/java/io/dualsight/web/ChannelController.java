package io.dualsight.web;

import io.dualsight.identity.Caller;
import io.dualsight.triage.Channel;
import io.dualsight.triage.Channels;
import io.dualsight.triage.WantedChannel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Notification channels over the API, for admins; secrets go in and never come out. */
@RestController
@RequestMapping("/api/v1/notification-channels")
@Tag(name = "Notifications")
class ChannelController {

    private final Channels channels;

    ChannelController(Channels channels) {
        this.channels = channels;
    }

    @GetMapping
    @Operation(summary = "Channels, what they want to hear of, and how they are doing")
    Map<String, List<Channel>> list() {
        return Map.of("items", channels.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make one: {\"name\",\"kind\",\"target\",\"secret\",\"severity\",\"rule\",\"cluster\"}")
    Channel make(@RequestBody WantedChannel wanted, @AuthenticationPrincipal Caller.Person admin) {
        channels.add(admin, wanted);
        return channels.all().stream()
                .filter(each -> each.name().equals(String.valueOf(wanted.name()).strip()))
                .findFirst()
                .orElseThrow();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, @AuthenticationPrincipal Caller.Person admin) {
        require(channels.delete(admin, id));
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send it a test within seconds")
    void test(@PathVariable long id, @AuthenticationPrincipal Caller.Person admin) {
        require(channels.test(admin, id));
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Try its dead letters again")
    void retry(@PathVariable long id, @AuthenticationPrincipal Caller.Person admin) {
        require(channels.retry(admin, id));
    }

    private static void require(boolean found) {
        if (!found) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
