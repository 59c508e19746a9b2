package dev.gantry.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Collects what users see of a file and has no comment, as {@code file:line name}. Overriding methods inherit theirs. */
final class UndocumentedMembers extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;
    private final String file;
    private final List<String> missing;

    UndocumentedMembers(Trees trees, String file, List<String> missing) {
        this.trees = trees;
        this.file = file;
        this.missing = missing;
    }

    @Override
    public @Nullable Void visitPackage(PackageTree declaration, @Nullable Void nothing) {
        if (file.endsWith("package-info.java")) {
            check("package");
        }
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        if (!isVisible(type.getModifiers())) {
            return null;
        }
        check(type.getSimpleName().toString());
        if (type.getKind() == Tree.Kind.RECORD) {
            checkComponents(type);
        }
        return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
        if (isVisible(method.getModifiers()) && !overrides && !isGenerated(method)) {
            check(method.getName().toString());
        }
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, @Nullable Void nothing) {
        if (isVisible(field.getModifiers())) {
            check(field.getName().toString());
        }
        return null;
    }

    private void checkComponents(ClassTree type) {
        String comment = trees.getDocComment(getCurrentPath());
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree field
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC)
                    && (comment == null || !comment.contains("@param " + field.getName() + " "))) {
                add("@param " + field.getName());
            }
        }
    }

    private void check(String name) {
        if (trees.getDocComment(getCurrentPath()) == null) {
            add(name);
        }
    }

    private void add(String name) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        long start = trees.getSourcePositions()
                .getStartPosition(unit, getCurrentPath().getLeaf());
        missing.add(file + ":" + unit.getLineMap().getLineNumber(start) + " " + name);
    }

    /** The members of interfaces are public without saying so; all that encloses this one is visible already. */
    private boolean isVisible(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        if (flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED)) {
            return true;
        }
        TreePath parent = getCurrentPath().getParentPath();
        return !flags.contains(Modifier.PRIVATE)
                && parent.getLeaf() instanceof ClassTree enclosing
                && enclosing.getKind() == Tree.Kind.INTERFACE;
    }

    private boolean isGenerated(MethodTree method) {
        return trees.getSourcePositions().getEndPosition(getCurrentPath().getCompilationUnit(), method) < 0;
    }
}
