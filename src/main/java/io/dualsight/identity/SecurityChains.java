package io.dualsight.identity;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** The three doors: for agents, for programs, for people. What no line here allows is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    private static final String AGENT_DOOR = "/api/v1/reports";
    private static final String[] PROGRAM_DOOR = {
        "/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html", "/actuator/**"
    };
    private static final String[] FOR_ADMINS = {
        "/api/v1/agent-tokens/**",
        "/api/v1/api-tokens/**",
        "/api/v1/notification-channels/**",
        "/api/v1/audit/**",
        "/api/v1/exports/audit.csv"
    };
    private static final String[] FOR_ALL = {
        "/login",
        "/preferences",
        "/*-agent.jar",
        "/webjars/**",
        "/css/**",
        "/js/**",
        "/img/**",
        "/fonts/**",
        "/favicon.ico",
        "/favicon.svg"
    };
    /** What even a viewer may post: the check, which keeps nothing, and one's own settings; all others are for admins. */
    private static final String[] OWN_SETTINGS = {
        "/check", "/settings", "/settings/sessions/**", "/settings/password", "/settings/about"
    };

    /** Lists of findings that somebody comes back to are that person's own, whatever the role. */
    private static final String[] OWN_VIEWS = {"/findings/views", "/findings/views/*/delete"};

    private static final String[] SETTINGS = {"/settings/**"};

    static final WantedPage WANTED = new WantedPage();
    private static final String VIEWER = Role.VIEWER.name();
    private static final String OPERATOR = Role.OPERATOR.name();
    private static final String ADMIN = Role.ADMIN.name();

    private final BearerFilter bearer;
    private final ProblemAnswers problems;
    private final Audit audit;
    private final Oidc oidc;
    private final ClusterLimit limit;

    SecurityChains(
            Tokens tokens, AccountTokens accounts, ProblemAnswers problems, Audit audit, Oidc oidc, JdbcClient jdbc) {
        this.bearer = new BearerFilter(tokens, accounts, problems);
        this.problems = problems;
        this.audit = audit;
        this.oidc = oidc;
        this.limit = new ClusterLimit(jdbc);
    }

    /** A span and a timer for each filter of each request cost more than the filters; requests are timed as a whole. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain agentDoor(HttpSecurity http) {
        return http.securityMatcher(AGENT_DOOR)
                .authorizeHttpRequests(
                        requests -> innerDispatches(requests).anyRequest().hasAuthority(CallerAuthentication.AGENT))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(SecurityHeaders::write)
                .addFilterBefore(bearer, UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programDoor(HttpSecurity http) {
        return http.securityMatcher(PROGRAM_DOOR)
                .authorizeHttpRequests(requests -> innerDispatches(requests)
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .hasRole(VIEWER)
                        .requestMatchers("/actuator/**")
                        .hasRole(ADMIN)
                        .requestMatchers(HttpMethod.POST, "/api/v1/evaluate")
                        .hasAnyAuthority("ROLE_" + VIEWER, CallerAuthentication.AGENT)
                        .requestMatchers(FOR_ADMINS)
                        .hasRole(ADMIN)
                        .requestMatchers(HttpMethod.GET)
                        .hasRole(VIEWER)
                        .anyRequest()
                        .hasRole(OPERATOR))
                .csrf(csrf -> csrf(csrf)
                        .requireCsrfProtectionMatcher(request -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                                && !BearerFilter.carriesToken(request)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(SecurityHeaders::write)
                .addFilterBefore(bearer, UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new AuditFilter(audit), AuthorizationFilter.class)
                .addFilterAfter(limit, AuditFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain peopleDoor(HttpSecurity http) {
        http.authorizeHttpRequests(SecurityChains::pages)
                .csrf(SecurityChains::csrf)
                .requestCache(cache -> cache.requestCache(WANTED))
                .formLogin(form -> form.loginPage(SignInPage.PATH)
                        .successHandler(SignInPage.succeeded(WANTED))
                        .failureHandler(SignInPage::failed))
                .logout(out -> out.deleteCookies(SignInPage.SESSION_COOKIE)
                        .addLogoutHandler((request, response, person) -> signedOut(person)))
                .addFilterAfter(new AuditFilter(audit), AuthorizationFilter.class)
                .addFilterAfter(limit, AuditFilter.class)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(SignInPage::ask).accessDeniedHandler(SignInPage::refuse))
                .headers(SecurityHeaders::write);
        if (oidc.isOn()) {
            http.oauth2Login(oidc::configure);
        }
        return http.build();
    }

    private static void pages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        innerDispatches(requests)
                .requestMatchers(FOR_ALL)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/enrol")
                .hasRole(ADMIN)
                .requestMatchers(OWN_SETTINGS)
                .hasRole(VIEWER)
                .requestMatchers(OWN_VIEWS)
                .hasRole(VIEWER)
                .requestMatchers(SETTINGS)
                .hasRole(ADMIN)
                .requestMatchers(HttpMethod.GET)
                .hasRole(VIEWER)
                .anyRequest()
                .hasRole(OPERATOR);
    }

    private void signedOut(@Nullable Authentication person) {
        if (person != null) {
            audit.write(person.getName(), "sign-out", null, null);
        }
    }

    private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
            innerDispatches(
                    AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        return requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
    }

    /** In a cookie, so that a sign-in page opened before a restart, or served by another replica, still works. */
    private static CsrfConfigurer<HttpSecurity> csrf(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("dualsight-csrf");
        cookie.setCookieCustomizer(attributes -> attributes.sameSite("Lax"));
        return csrf.csrfTokenRepository(cookie);
    }
}
