package io.dualsight.identity;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a name and a password. An unknown name takes as long as a wrong password, and reads the same. */
@Component
class PasswordSignIn implements AuthenticationProvider {
    /** As long as the column; NUL and its like are in nobody's name, and PostgreSQL takes none. */
    private static final String NAME = "\\P{Cntrl}{1,64}";

    private final PersonTable people;
    private final PasswordEncoder encoder;
    private final SignInLimit limit;
    private final Audit audit;
    private final ObjectProvider<Directory> directory;
    private final Admission admission;
    private final String nobodysHash;

    PasswordSignIn(
            PersonTable people,
            PasswordEncoder encoder,
            SignInLimit limit,
            Audit audit,
            ObjectProvider<Directory> directory,
            Admission admission) {
        this.people = people;
        this.encoder = encoder;
        this.limit = limit;
        this.audit = audit;
        this.directory = directory;
        this.admission = admission;
        this.nobodysHash = encoder.encode(TokenText.random(20));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web
                ? ClientAddress.written(web.getRemoteAddress())
                : "";
        if (limit.mustWait(attempt.getName(), address)) {
            throw new LockedException("too many failed sign-ins");
        }
        try {
            return new CallerAuthentication(check(attempt, address));
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("the database is away", e);
        }
    }

    private Caller.Person check(Authentication attempt, String address) {
        String username = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        Optional<Caller.Person> person = username.matches(NAME) ? find(username, password, address) : Optional.empty();
        if (person.isEmpty()) {
            limit.failed(username, address);
            audit.write(username, "sign-in-failed", null, address);
            throw new BadCredentialsException("wrong name or password");
        }
        limit.succeeded(username, address);
        return person.get();
    }

    /** A name that the console knows is checked by whoever vouches for it, and by nobody else. */
    private Optional<Caller.Person> find(String username, String password, String address) {
        Optional<PersonTable.Entry> known = people.find(username);
        boolean own = known.map(entry -> entry.passwordHash() != null).orElse(directory.getIfAvailable() == null);
        return own ? here(known, username, password, address) : there(username, password);
    }

    private Optional<Caller.Person> here(
            Optional<PersonTable.Entry> known, String username, String password, String address) {
        String hash = known.map(PersonTable.Entry::passwordHash).orElse(nobodysHash);
        if (!encoder.matches(password, hash)) {
            return Optional.empty();
        }
        return known.map(PersonTable.Entry::person).filter(Person::enabled).map(person -> {
            people.signedIn(username);
            audit.write(username, "sign-in", null, address);
            return new Caller.Person(username, person.role(), person.clusters());
        });
    }

    private Optional<Caller.Person> there(String username, String password) {
        Directory other = directory.getIfAvailable();
        return other == null
                ? Optional.empty()
                : other.groups(username, password)
                        .flatMap(groups -> admission.admit(username, Person.Origin.LDAP, groups));
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
