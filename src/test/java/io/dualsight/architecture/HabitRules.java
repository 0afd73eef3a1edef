package io.dualsight.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What no class does, wherever it stands. Method references count as calls. */
final class HabitRules {

    private static final Set<String> DRAWERS = Set.of(
            "util",
            "utils",
            "utility",
            "utilities",
            "common",
            "commons",
            "helper",
            "helpers",
            "manager",
            "managers",
            "impl",
            "impls");

    private static final Set<String> INJECTING = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource",
            "jakarta.persistence.PersistenceContext");

    private HabitRules() {}

    /** Rule 7. Only the application and the agent's entry, which make the clock that is injected, are free of it. */
    static ArchRule injectedClock(String root) {
        DescribedPredicate<JavaClass> entry = DescribedPredicate.describe(
                "make the clock",
                type -> type.getPackageName().equals(root) || type.getName().equals(root + ".agent.AgentMain"));
        ArchRule readers =
                noClasses().should().accessTargetWhere(readsWallClock()).allowEmptyShould(true);
        ArchRule makers = noClasses()
                .that(DescribedPredicate.not(entry))
                .should()
                .accessTargetWhere(makesClock())
                .allowEmptyShould(true);
        return CompositeArchRule.of(readers)
                .and(makers)
                .as("nobody reads the wall clock but through an injected Clock");
    }

    static DescribedPredicate<JavaAccess<?>> readsWallClock() {
        return access("reads the wall clock", target -> {
            JavaClass owner = target.getOwner();
            String name = target.getName();
            return (owner.getPackageName().equals("java.time") && name.equals("now") && !takes(target, Clock.class))
                    || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                    || (owner.isAssignableTo(Calendar.class) && (name.equals("getInstance") || isNew(target)))
                    || (owner.isEquivalentTo(Date.class) && isNew(target) && takesNothing(target));
        });
    }

    static DescribedPredicate<JavaAccess<?>> measuresTime() {
        return access(
                "measures time",
                target -> target.getOwner().isEquivalentTo(System.class)
                        && target.getName().equals("nanoTime"));
    }

    private static DescribedPredicate<JavaAccess<?>> makesClock() {
        return access(
                "makes a clock",
                target -> target.getOwner().isEquivalentTo(Clock.class)
                        && (target.getName().startsWith("system")
                                || (target.getName().startsWith("tick") && !takes(target, Clock.class))));
    }

    /** Rule 8. {@code InetAddress.getByAddress} is free: it takes bytes. */
    static ArchRule resolvesNothing(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(resolves())
                .as("nobody resolves names: addresses enter through IpAddress.parse")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaAccess<?>> resolves() {
        Set<String> lookups =
                Set.of("getByName", "getAllByName", "getLocalHost", "getHostName", "getCanonicalHostName");
        return access("resolves a name", target -> {
            JavaClass owner = target.getOwner();
            return (owner.isAssignableTo(InetAddress.class) && lookups.contains(target.getName()))
                    || (owner.isEquivalentTo(InetSocketAddress.class)
                            && target.getName().equals("getHostName"))
                    || (owner.isEquivalentTo(InetSocketAddress.class) && isNew(target) && takes(target, String.class))
                    || (owner.isAssignableTo(Socket.class) && isNew(target) && takes(target, String.class))
                    || target.getName().equals("getRemoteHost");
        });
    }

    /** Rule 9. */
    static ArchRule noInjectedFields(String root) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .beAnnotatedWith(DescribedPredicate.describe(
                        "an injecting annotation",
                        annotation -> INJECTING.contains(annotation.getRawType().getName())))
                .as("no field is injected")
                .allowEmptyShould(true);
    }

    /** Rule 9. */
    static ArchRule noDrawers(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(not(beNamedLikeADrawer(root)))
                .as("no package or type is named util, common, helper, manager or impl")
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> beNamedLikeADrawer(String root) {
        return new ArchCondition<>("be named like a drawer") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String below = type.getPackageName().substring(root.length()) + "." + type.getSimpleName();
                boolean drawer = Arrays.stream(below.split("\\.|(?<=[a-z0-9])(?=[A-Z])"))
                        .anyMatch(word -> DRAWERS.contains(word.toLowerCase(Locale.ROOT)));
                events.add(new SimpleConditionEvent(type, drawer, type.getName() + " is named like a drawer"));
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> access(String what, Predicate<AccessTarget> target) {
        return DescribedPredicate.describe(what, each -> target.test(each.getTarget()));
    }

    private static boolean isNew(AccessTarget target) {
        return target.getName().equals("<init>");
    }

    private static boolean takes(AccessTarget target, Class<?> type) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(each -> each.isEquivalentTo(type));
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().isEmpty();
    }
}
