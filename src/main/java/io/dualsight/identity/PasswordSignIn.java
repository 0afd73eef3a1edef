package io.dualsight.identity;

import java.util.Optional;
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
    private final String nobodysHash;

    PasswordSignIn(PersonTable people, PasswordEncoder encoder, SignInLimit limit, Audit audit) {
        this.people = people;
        this.encoder = encoder;
        this.limit = limit;
        this.audit = audit;
        this.nobodysHash = encoder.encode(TokenText.random(20));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
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
        Optional<PersonTable.Entry> found = username.matches(NAME) ? people.find(username) : Optional.empty();
        String hash = found.map(PersonTable.Entry::passwordHash).orElse(nobodysHash);
        boolean matches = encoder.matches(String.valueOf(attempt.getCredentials()), hash);
        Optional<Person> person = found.map(PersonTable.Entry::person).filter(Person::enabled);
        if (!matches || person.isEmpty()) {
            limit.failed(username, address);
            audit.write(username, "sign-in-failed", null, address);
            throw new BadCredentialsException("wrong name or password");
        }
        limit.succeeded(username, address);
        people.signedIn(username);
        audit.write(username, "sign-in", null, address);
        return new Caller.Person(username, person.get().role(), person.get().clusters());
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
