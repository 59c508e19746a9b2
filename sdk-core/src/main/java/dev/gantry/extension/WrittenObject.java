package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.field.FieldPath;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One object of a manifest while it is written: where it stands, whether it still takes anything, and the lines that wrote
 * to it. What may be written to it is up to {@link Fields}.
 */
final class WrittenObject {

    private final Draft draft;
    private final @Nullable WrittenObject parent;
    private final String name;
    private final int index;
    private final ObjectNode node;
    private BiPredicate<Syntax, String> exempt = (syntax, text) -> false;
    private boolean sealed;
    private int openAt;

    /** The manifest itself. */
    WrittenObject(Draft draft) {
        this.draft = draft;
        this.parent = null;
        this.name = "";
        this.index = -1;
        this.node = draft.node();
        this.openAt = -1;
    }

    private WrittenObject(WrittenObject parent, String name, int index, ObjectNode node) {
        this.draft = parent.draft;
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.node = node;
        this.exempt = parent.exempt;
        this.openAt = parent.openAt; // a new block is as open as the one around it
    }

    /** The object in one of its fields. */
    WrittenObject inField(String field, ObjectNode object) {
        return new WrittenObject(this, field, -1, object);
    }

    /** The last object of one of its lists. */
    WrittenObject lastIn(String list, ObjectNode object) {
        JsonNode items = node.get(list);
        return new WrittenObject(this, list, items == null ? 0 : items.size() - 1, object);
    }

    Draft draft() {
        return draft;
    }

    /** What has been written to a field; {@code null} if nothing was. */
    @Nullable
    JsonNode get(String field) {
        return node.get(field);
    }

    /** The path of this object in its manifest; empty for the manifest itself. */
    String path() {
        if (parent == null) {
            return "";
        }
        String path = FieldPath.child(parent.path(), name);
        return index < 0 ? path : FieldPath.item(path, index);
    }

    String path(String field) {
        return field.isEmpty() ? path() : FieldPath.child(path(), field);
    }

    String lastItem(String list) {
        JsonNode items = node.get(list);
        return FieldPath.item(path(list), items == null ? 0 : Math.max(items.size() - 1, 0));
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null for the name of an entry
    void put(String field, JsonNode value) {
        if (field == null) {
            report(path(), List.of(Flaw.missing()));
        } else if (isOpen()) {
            node.set(field, value);
            if (draft.isTracing()) {
                draft.trace(path(field));
            }
        }
    }

    void append(String field, JsonNode value) {
        if (!isOpen()) {
            return;
        }
        ArrayNode list = node.get(field) instanceof ArrayNode present ? present : node.putArray(field);
        list.add(value);
        if (draft.isTracing()) {
            String path = path(field);
            draft.trace(path);
            draft.trace(FieldPath.item(path, list.size() - 1));
        }
    }

    /** The line is that which wrote the field; where nothing was written, it is taken now. */
    void report(String path, List<Flaw> flaws) {
        for (Flaw flaw : flaws) {
            if (draft.isTracing() && !draft.isTraced(path)) {
                draft.trace(path);
            }
            draft.add(new Problem(path, flaw, null));
        }
    }

    /** From now on, these texts are not held against a form, here and in all that is made within. */
    void exempt(BiPredicate<Syntax, String> texts) {
        exempt = texts;
    }

    boolean isExempt(Syntax syntax, @Nullable String text) {
        return text != null && exempt.test(syntax, text);
    }

    /** Takes nothing more: what is written from now on is a finding. */
    void seal() {
        sealed = true;
        draft.blockEnded();
    }

    boolean isOpen() {
        if (openAt == draft.blocksEnded()) {
            return true; // no block has ended since this was found to be open
        }
        for (WrittenObject at = this; at != null; at = at.parent) {
            if (at.sealed) {
                draft.add(new Problem(path(), Flaw.usedLater(), Origins.here()));
                return false;
            }
        }
        openAt = draft.blocksEnded();
        return true;
    }
}
