package io.dualsight.web;

import io.dualsight.identity.Role;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Hands every page its {@link Shell}; error pages, which no handler of ours makes, get theirs this way too. */
@ControllerAdvice(basePackageClasses = ShellAdvice.class)
class ShellAdvice {

    private final boolean demo;

    ShellAdvice(@Value("${dualsight.demo.enabled:false}") boolean demo) {
        this.demo = demo;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, Locale locale) {
        Principal person = request.getUserPrincipal();
        return new Shell(
                locale.toLanguageTag(),
                Preferences.theme(request),
                person == null ? null : person.getName(),
                request.isUserInRole(Role.ADMIN.name()),
                isErrorPage(request) ? "/" : pathAndQuery(request),
                zone(request),
                demo);
    }

    /** Whether single keys do something: who speaks to the machine, or types with a stick, turns them off. */
    @ModelAttribute("keys")
    boolean keys(HttpServletRequest request) {
        return Preferences.keys(request);
    }

    private static String zone(HttpServletRequest request) {
        String zone = Preferences.zone(request).getId();
        return zone.equals("Z") ? "UTC" : zone;
    }

    private static boolean isErrorPage(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
    }

    private static String pathAndQuery(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        @Nullable String query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }
}
