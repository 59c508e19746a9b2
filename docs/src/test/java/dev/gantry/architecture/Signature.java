package dev.gantry.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a member, or the head of a class, says in its declaration.
 *
 * @param name the simple name of what is declared
 * @param description how a reader finds it
 * @param types all types of it, whose arguments and bounds count too
 */
record Signature(String name, String description, List<JavaType> types) {

    /** The signatures that a user of this type sees: its head, fields, constructors and methods. */
    static List<Signature> visibleOf(JavaClass type) {
        List<Signature> signatures = new ArrayList<>();
        List<JavaType> head = new ArrayList<>(type.getInterfaces());
        type.getSuperclass().ifPresent(head::add);
        addBounds(head, type.getTypeParameters());
        signatures.add(new Signature(type.getSimpleName(), type.getDescription(), head));
        for (JavaField field : type.getFields()) {
            if (VisibleToUsers.isVisible(field.getModifiers())) {
                signatures.add(new Signature(field.getName(), field.getDescription(), List.of(field.getType())));
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (VisibleToUsers.isVisible(unit.getModifiers())) {
                List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
                types.add(unit.getReturnType());
                types.addAll(unit.getExceptionTypes());
                addBounds(types, unit.getTypeParameters());
                signatures.add(new Signature(unit.getName(), unit.getDescription(), types));
            }
        }
        return signatures;
    }

    /** Whether any of the types is of a package that starts so. */
    boolean showsPackage(String prefix) {
        return types.stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .anyMatch(type -> type.getName().startsWith(prefix));
    }

    private static void addBounds(List<JavaType> types, List<? extends JavaTypeVariable<?>> variables) {
        for (JavaTypeVariable<?> variable : variables) {
            types.addAll(variable.getBounds());
        }
    }
}
