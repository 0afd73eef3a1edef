package io.dualsight.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Lets somebody in: the first admin and the settings' tokens, before the console takes its first request. */
@Component
class FirstStart implements SmartInitializingSingleton {
    static final String BOOTSTRAP = "bootstrap";
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    /** 20 characters of 62 carry 119 bits. */
    private static final int PASSWORD_CHARACTERS = 20;

    private final AdminSettings admin;
    private final BootstrapSettings bootstrap;
    private final AgentTokens agentTokens;
    private final ApiTokens apiTokens;
    private final PersonTable people;
    private final PasswordEncoder encoder;
    private final Audit audit;

    FirstStart(
            AdminSettings admin,
            BootstrapSettings bootstrap,
            AgentTokens agentTokens,
            ApiTokens apiTokens,
            PersonTable people,
            PasswordEncoder encoder,
            Audit audit) {
        this.admin = admin;
        this.bootstrap = bootstrap;
        this.agentTokens = agentTokens;
        this.apiTokens = apiTokens;
        this.people = people;
        this.encoder = encoder;
        this.audit = audit;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            admitAdmin();
            admitTokens();
        } catch (DuplicateKeyException e) {
            LOG.info("Another replica made the first admin or token at the same time; its word counts");
        }
    }

    private void admitAdmin() {
        if (admin.password() != null) {
            applyPassword(admin.password());
        } else if (people.isEmpty()) {
            String password = TokenText.random(PASSWORD_CHARACTERS);
            add(password);
            LOG.warn(
                    "No admin password is set. Sign in as \"{}\" with the password {} ; it is not shown again",
                    admin.username(),
                    password);
        }
    }

    private void applyPassword(String password) {
        var known = people.find(admin.username());
        if (known.isEmpty()) {
            add(password);
        } else if (!matches(password, known.get().passwordHash())) {
            people.changePassword(admin.username(), hash(password));
            audit.write(Audit.CONSOLE, "password-set", admin.username(), null);
        }
    }

    private boolean matches(String password, @Nullable String hash) {
        return hash != null && encoder.matches(password, hash);
    }

    private void add(String password) {
        people.add(admin.username(), hash(password), Role.ADMIN, Person.Origin.PASSWORD);
        audit.write(Audit.CONSOLE, "person-added", admin.username(), null);
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private void admitTokens() {
        if (bootstrap.agentToken() != null) {
            agentTokens.addIfAbsent(bootstrap.agentToken(), bootstrap.cluster());
        }
        if (bootstrap.apiToken() != null) {
            apiTokens.addIfAbsent(bootstrap.apiToken());
        }
    }
}
