package io.dualsight.architecture;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The sizes of a tree of Java sources, as the compiler reads them.
 *
 * @param files each file but {@code package-info.java}, shortest first
 * @param methods each method and constructor with a body, from brace to brace, shortest first
 * @param publicTypes names of the public top-level types
 * @param hiddenTypes names of the package-private ones
 */
record SourceTree(List<Part> files, List<Part> methods, List<String> publicTypes, List<String> hiddenTypes) {

    /** A file or a method. */
    record Part(String name, int lines) {}

    private static final Comparator<Part> SHORTEST_FIRST = Comparator.comparingInt(Part::lines);

    static SourceTree of(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return read(files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.endsWith("package-info.java"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The smallest value that at least 95 % do not exceed; 0 where there is none. */
    static int percentile95(List<Part> ascending) {
        return ascending.isEmpty()
                ? 0
                : ascending.get((int) Math.ceil(ascending.size() * 0.95) - 1).lines();
    }

    int hiddenPercent() {
        int all = publicTypes.size() + hiddenTypes.size();
        return all == 0 ? 100 : 100 * hiddenTypes.size() / all;
    }

    private static SourceTree read(List<Path> files) throws IOException {
        List<Part> sizes = new ArrayList<>();
        for (Path file : files) {
            sizes.add(new Part(
                    file.getFileName().toString(), Files.readAllLines(file).size()));
        }
        sizes.sort(SHORTEST_FIRST);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            Measuring measuring = new Measuring(Trees.instance(task).getSourcePositions());
            task.parse().forEach(unit -> unit.accept(measuring, unit));
            measuring.methods.sort(SHORTEST_FIRST);
            return new SourceTree(sizes, measuring.methods, measuring.publicTypes, measuring.hiddenTypes);
        }
    }

    private static final class Measuring extends TreeScanner<Void, CompilationUnitTree> {

        private final SourcePositions positions;
        private final List<Part> methods = new ArrayList<>();
        private final List<String> publicTypes = new ArrayList<>();
        private final List<String> hiddenTypes = new ArrayList<>();

        private Measuring(SourcePositions positions) {
            this.positions = positions;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree unit, CompilationUnitTree same) {
            for (Tree each : unit.getTypeDecls()) {
                if (each instanceof ClassTree type) {
                    boolean open = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
                    (open ? publicTypes : hiddenTypes).add(unit.getPackageName() + "." + type.getSimpleName());
                }
            }
            return super.visitCompilationUnit(unit, same);
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            BlockTree body = method.getBody();
            if (body != null) {
                long from = line(unit, positions.getStartPosition(unit, body));
                long to = line(unit, positions.getEndPosition(unit, body));
                methods.add(new Part(type(unit) + "." + method.getName(), (int) (to - from + 1)));
            }
            return super.visitMethod(method, unit);
        }

        private static String type(CompilationUnitTree unit) {
            return Path.of(unit.getSourceFile().getName())
                    .getFileName()
                    .toString()
                    .replace(".java", "");
        }

        private static long line(CompilationUnitTree unit, long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
