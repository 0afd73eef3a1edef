package io.dualsight.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The node's default and half-default routes.
 *
 * @param all in the order of the kernel's route files, both families
 * @param readable the families whose table was read whole; for another one, a missing route means nothing
 */
public record Routes(List<Route> all, Set<IpFamily> readable) {

    public Routes {
        all = List.copyOf(all);
        readable = Set.copyOf(readable);
    }

    /** The routes of one family, in file order. */
    public Stream<Route> of(IpFamily family) {
        return all.stream().filter(each -> each.destination().family() == family);
    }

    /** Whether that family's table was read whole. */
    public boolean reads(IpFamily family) {
        return readable.contains(family);
    }
}
