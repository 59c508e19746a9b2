package dev.gantry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.model.Case;
import dev.gantry.model.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The files in which a module has the order of the fields of its kinds, against what its builders write. */
public abstract class FieldOrderContract {

    private static final FieldTable CORE = FieldTable.parse(CoreFields.TABLE, null);

    private final Set<String> missing = new TreeSet<>();

    /** The cases of the module: together they call every method of every builder. */
    protected abstract List<Case> cases();

    /** Fields whose objects keep the order in which they are written, such as labels, each as {@code Type.field}. */
    protected abstract Set<String> unordered();

    @Test
    void should_have_a_place_for_every_field_that_a_builder_writes() {
        Set<String> untyped = new TreeSet<>();
        for (Case one : cases()) {
            Kind kind = one.made().kind();
            walk(table(kind), name(kind), Trees.of(one.made()), untyped);
        }
        assertThat(missing).isEmpty();
        assertThat(untyped).isEqualTo(new TreeSet<>(unordered()));
    }

    @Test
    void should_have_every_type_that_it_names() {
        Set<String> seen = new HashSet<>();
        for (Case one : cases()) {
            Kind kind = one.made().kind();
            follow(table(kind), name(kind), name(kind), seen);
        }
        assertThat(missing).isEmpty();
    }

    private static FieldTable table(Kind kind) {
        String file = "META-INF/gantry/field-order/" + kind.group() + ".txt";
        return Objects.requireNonNull(FieldTable.load(file, null), file);
    }

    private static String name(Kind kind) {
        return kind.name() + "." + kind.group();
    }

    private void walk(FieldTable table, String name, JsonNode object, Set<String> untyped) {
        FieldTable.Type type = table.type(name);
        if (type == null) {
            return; // the core's
        }
        object.properties().forEach(entry -> {
            String path = name + "." + entry.getKey();
            JsonNode value = entry.getValue();
            FieldTable.Field field = type.field(entry.getKey());
            if (field == null) {
                missing.add(path);
            } else if (!field.content().isEmpty()) {
                Iterable<JsonNode> objects = field.isMap() || value.isArray() ? value : List.of(value);
                objects.forEach(each -> walk(table, content(field), each, untyped));
            } else if (value.isObject() || value.path(0).isObject()) {
                untyped.add(path);
            }
        });
    }

    /** Goes to the types of fields that no case writes, too. */
    private void follow(FieldTable table, String name, String namedBy, Set<String> seen) {
        FieldTable.Type type = table.type(name);
        if (type == null && CORE.type(name) == null) {
            missing.add(namedBy + ": " + name);
        } else if (type != null && seen.add(name)) {
            for (String field : type.names()) {
                String content = content(Objects.requireNonNull(type.field(field)));
                if (!content.isEmpty()) {
                    follow(table, content, name + "." + field, seen);
                }
            }
        }
    }

    private static String content(FieldTable.Field field) {
        return field.content().replace("[]", "").replace("{}", "");
    }
}
