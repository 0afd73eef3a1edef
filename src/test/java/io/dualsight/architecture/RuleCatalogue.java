package io.dualsight.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Rule 10: every rule class stands in the rule book and in domain.md §8.2, and the other way round.
 *
 * @param written ids of the rule classes, one each
 * @param listed ids of the rule book, in its order
 * @param specified ids of domain.md
 */
record RuleCatalogue(List<String> written, List<String> listed, Set<String> specified) {

    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z0-9_]+) \\|", Pattern.MULTILINE);

    /** What is in one of the three and not in another, or twice in one. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        missing(written, listed, "has a class and is not in the rule book", differences);
        missing(listed, written, "is in the rule book and has no class", differences);
        missing(listed, specified, "is in the rule book and not in domain.md", differences);
        missing(specified, listed, "is in domain.md and not in the rule book", differences);
        twice(written, "is the id of two classes", differences);
        twice(listed, "is in the rule book twice", differences);
        return differences;
    }

    private static void missing(
            Collection<String> from, Collection<String> in, String complaint, List<String> differences) {
        new TreeSet<>(from)
                .stream().filter(id -> !in.contains(id)).forEach(id -> differences.add(id + " " + complaint));
    }

    private static void twice(Collection<String> ids, String complaint, List<String> differences) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> differences.add(id + " " + complaint));
    }

    /** The ids of the concrete classes under a root that implement its {@code rule.Rule}. */
    static List<String> written(String root, ImportOption... options) {
        return new ClassFileImporter()
                        .withImportOptions(List.of(options))
                        .importPackages(root + ".rule")
                        .get(root + ".rule.Rule")
                        .getAllSubclasses()
                        .stream()
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(type -> id(root, type))
                        .toList();
    }

    private static String id(String root, JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            Method id = Class.forName(root + ".rule.Rule").getDeclaredMethod("id");
            id.setAccessible(true);
            return (String) id.invoke(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " is not a rule that stands alone", e);
        }
    }

    /** The ids in the table of §8.2. */
    static Set<String> specified(Path domain) throws IOException {
        String text = Files.readString(domain);
        String table = text.substring(text.indexOf("\n### 8.2 "), text.indexOf("\n### 8.2b "));
        return new TreeSet<>(ROW.matcher(table)
                .results()
                .map(row -> row.group(1))
                .filter(id -> !id.equals("ID"))
                .toList());
    }
}
