package io.dualsight.identity;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets in whom another server vouches for. A name belongs to whoever had it first: a provider that says "admin" does
 * not become the console's own admin.
 */
@Component
class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final String NAME = "\\P{Cntrl}{1,64}";

    private final PersonTable people;
    private final GroupSettings groups;
    private final Audit audit;

    Admission(PersonTable people, GroupSettings groups, Audit audit) {
        this.people = people;
        this.groups = groups;
        this.audit = audit;
    }

    /** The person, known from now on; empty for who is in no group, is disabled or has another's name. */
    @Transactional
    Optional<Caller.Person> admit(String username, Person.Origin origin, Collection<String> memberOf) {
        Optional<Role> role = groups.role(memberOf);
        Optional<Person> known = people.find(username).map(PersonTable.Entry::person);
        boolean named = username.matches(NAME) && !People.RESERVED.contains(username);
        boolean welcome = known.map(person -> person.origin() == origin && person.enabled())
                .orElse(named);
        if (role.isEmpty() || !welcome) {
            LOG.info("{} vouches for somebody who is not let in; in a group: {}", origin, role.isPresent());
            audit.write(username, "sign-in-failed", "by " + origin.word(), null);
            return Optional.empty();
        }
        return Optional.of(signIn(username, origin, role.get(), known.isPresent()));
    }

    private Caller.Person signIn(String username, Person.Origin origin, Role role, boolean known) {
        if (!known) {
            people.add(username, null, role, origin);
            audit.write(username, "person-added", username + " as " + role.word() + " by " + origin.word(), null);
        }
        Set<String> clusters = role == Role.ADMIN ? Set.of() : people.clusters(username);
        people.changeRole(username, role, clusters);
        people.signedIn(username);
        audit.write(username, "sign-in", "by " + origin.word(), null);
        return new Caller.Person(username, role, clusters);
    }
}
