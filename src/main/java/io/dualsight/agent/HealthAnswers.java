package io.dualsight.agent;

import io.dualsight.contract.ComponentFacts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What health endpoints answer, given to the components that they are of. */
final class HealthAnswers {

    private static final int OK = 200;
    private static final int FIRST_ERROR = 400;
    /** What a component answers that wants to know who asks: nothing about its health. */
    private static final Set<Integer> WHO_ASKS = Set.of(401, 403);

    private HealthAnswers() {}

    /** Gives the answers to the container that they are of: of several with that name, the one that started last. */
    static void attach(List<ComponentFacts> all, Endpoints.Target target, List<ComponentFacts.Endpoint> answers) {
        boolean answered = answers.stream().anyMatch(each -> each.status() != null);
        int index = indexOf(all, target);
        if (index < 0 && (answered || (target.equals(Endpoints.KUBELET) && !answers.isEmpty()))) {
            all.add(new ComponentFacts(
                    target.component(),
                    null,
                    null,
                    new ComponentFacts.Status(answered ? "running" : "unknown", null, null, null),
                    new ComponentFacts.Times(null, answered ? ready(answers) : null, null),
                    false,
                    answers));
        } else if (index >= 0) {
            all.set(index, with(all.get(index), answers, answered));
        }
    }

    private static int indexOf(List<ComponentFacts> all, Endpoints.Target target) {
        int found = -1;
        for (int i = 0; i < all.size(); i++) {
            ComponentFacts each = all.get(i);
            boolean same = each.name().equals(target.component())
                    || (target.equals(Endpoints.FELIX) && each.name().equals("canal"));
            if (same && (found < 0 || isLater(each, all.get(found)))) {
                found = i;
            }
        }
        return found;
    }

    private static boolean isLater(ComponentFacts one, ComponentFacts other) {
        Instant mine = one.times().startedAt();
        Instant others = other.times().startedAt();
        return mine != null && (others == null || mine.isAfter(others));
    }

    private static ComponentFacts with(
            ComponentFacts component, List<ComponentFacts.Endpoint> answers, boolean answered) {
        ComponentFacts.Status status = component.status();
        return new ComponentFacts(
                component.name(),
                component.instance(),
                component.kind(),
                answered ? new ComponentFacts.Status("running", null, null, status.restartCount()) : status,
                new ComponentFacts.Times(component.times().startedAt(), answered ? ready(answers) : null, null),
                component.deleting(),
                answers);
    }

    /** Whether one of them calls itself ready; {@code null} where none says anything of it. */
    private static @Nullable Boolean ready(List<ComponentFacts.Endpoint> answers) {
        List<Integer> told = answers.stream()
                .map(ComponentFacts.Endpoint::status)
                .filter(status -> status != null && !WHO_ASKS.contains(status))
                .toList();
        return told.isEmpty()
                ? null
                : Boolean.valueOf(told.stream().anyMatch(status -> status >= OK && status < FIRST_ERROR));
    }
}
