package io.dualsight.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which package may use which, and what else each may do: architecture.md's table. It stands nowhere else in code.
 *
 * <p>All rules take the package that the modules live in, so that they can be shown wrong on a small tree of fixtures.
 */
final class Modules {

    /** What a module may do besides using other modules. */
    enum Trait {
        /** Uses the JDK and JSpecify's annotations, no library. */
        JDK_ONLY,
        /** Knows no clock, database, logger or Spring: what it says follows from what it is given. */
        PURE,
        /** Keeps rows of its own. */
        ROWS,
        /** Answers HTTP requests. */
        HTTP,
        /** Talks to the API server. */
        API_SERVER
    }

    /** One line of the table. The package of the application itself has the empty name. */
    record Module(String name, Set<String> uses, Set<Trait> traits) {

        Module {
            uses = Set.copyOf(uses);
            traits = Set.copyOf(traits);
        }

        String in(String root) {
            return name.isEmpty() ? root : root + "." + name;
        }
    }

    static final List<Module> TABLE = List.of(
            new Module("contract", Set.of(), Set.of(Trait.JDK_ONLY)),
            new Module("detect", Set.of("contract"), Set.of(Trait.JDK_ONLY, Trait.PURE)),
            new Module("rule", Set.of("contract", "detect"), Set.of(Trait.JDK_ONLY, Trait.PURE)),
            new Module("agent", Set.of("contract", "detect", "rule"), Set.of(Trait.JDK_ONLY)),
            new Module("cluster", Set.of("contract"), Set.of(Trait.API_SERVER)),
            new Module("store", Set.of("contract", "rule"), Set.of(Trait.ROWS)),
            new Module("identity", Set.of("contract", "cluster"), Set.of(Trait.ROWS)),
            new Module(
                    "ingest", Set.of("contract", "detect", "rule", "cluster", "identity", "store"), Set.of(Trait.HTTP)),
            new Module("trend", Set.of("contract", "store"), Set.of(Trait.ROWS)),
            new Module("triage", Set.of("contract", "rule", "store", "identity"), Set.of(Trait.ROWS)),
            new Module(
                    "web",
                    Set.of("contract", "detect", "rule", "cluster", "identity", "store", "trend", "triage"),
                    Set.of(Trait.HTTP)),
            new Module("", Set.of("agent", "identity"), Set.of()));

    /** The one package inside a module: who is told about findings, and how. */
    static final Set<String> NESTED = Set.of("triage.alert");

    private Modules() {}

    static List<Module> with(Trait trait) {
        return TABLE.stream().filter(each -> each.traits().contains(trait)).toList();
    }

    static String[] packages(String root, Trait trait) {
        return with(trait).stream().map(each -> each.in(root) + "..").toArray(String[]::new);
    }

    /** The packages that classes of a module may use under the same root, its own among them. */
    static String[] reach(String root, Module module) {
        List<String> packages = new ArrayList<>();
        packages.add(module.name().isEmpty() ? root : module.in(root) + "..");
        module.uses().forEach(each -> packages.add(root + "." + each + ".."));
        return packages.toArray(String[]::new);
    }

    /** A class whose package is in the table, or is one of {@link #NESTED}. */
    static DescribedPredicate<JavaClass> known(String root) {
        List<String> packages =
                new ArrayList<>(NESTED.stream().map(each -> root + "." + each).toList());
        TABLE.forEach(each -> packages.add(each.in(root)));
        return DescribedPredicate.describe(
                "in a package of the table", type -> packages.contains(type.getPackageName()));
    }
}
