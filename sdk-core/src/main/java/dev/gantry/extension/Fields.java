package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Rule;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of a manifest while it is written: the funnel that every builder writes with. It keeps flaws instead of
 * throwing, remembers references and lines, and takes nothing more once its block has ended.
 */
public final class Fields {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final WrittenObject written;

    Fields(Draft draft) {
        this(new WrittenObject(draft));
    }

    private Fields(WrittenObject written) {
        this.written = written;
    }

    /** Sets a text. */
    public void set(String field, @Nullable String value) {
        if (value == null) {
            missing(field);
        } else {
            written.put(field, NODES.textNode(value));
            flaws(field, present(PrintedText.flaw(value)));
        }
    }

    /** Sets a text that must have a certain form; one that has not is a {@link ValueRule#TEXT} finding. */
    public void set(String field, @Nullable String value, Syntax syntax) {
        set(field, value, syntax, ValueRule.TEXT);
    }

    /** Sets a text that must have a certain form; one that has not breaks the given rule. */
    public void set(String field, @Nullable String value, Syntax syntax, Rule rule) {
        set(field, value);
        checkSyntax(field, value, syntax, rule);
    }

    /** Sets a whole number. */
    public void set(String field, long value) {
        written.put(field, number(value));
    }

    /** Sets a whole number that must lie within bounds, both included. */
    public void set(String field, long value, long least, long most) {
        set(field, value);
        if (value < least || value > most) {
            flaws(field, List.of(Flaw.outOfRange(value, least, most)));
        }
    }

    /** Sets a truth value. */
    public void set(String field, boolean value) {
        written.put(field, NODES.booleanNode(value));
    }

    /** Sets a value that knows its own form and flaws. */
    public void set(String field, @Nullable Leaf value) {
        if (value == null) {
            missing(field);
        } else {
            written.put(field, value.toJson());
            flaws(field, value.flaws());
        }
    }

    /** Sets a value that is known when every resource has been placed. */
    public void set(String field, @Nullable Late value) {
        if (value == null) {
            missing(field);
        } else {
            written.put(field, NODES.pojoNode(value));
            written.draft().late();
            flaws(field, value.flaws());
        }
    }

    /**
     * Sets the name of a port, where it is known by number as well. Checks compare the number with that of the port which
     * has the name.
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public void port(String field, String portName, int number) {
        if (portName == null) {
            missing(field);
        } else {
            written.put(field, new PortName(portName, number));
        }
    }

    /** Sets a duration in whole seconds. */
    public void seconds(String field, @Nullable Duration value, long least) {
        seconds(field, value, least, Integer.MAX_VALUE);
    }

    /** Sets a duration in whole seconds, within bounds that are both included. */
    public void seconds(String field, @Nullable Duration value, long least, long most) {
        if (value == null) {
            missing(field);
            return;
        }
        written.put(field, number(value.toSeconds()));
        flaws(field, present(Flaw.ofSeconds(value, least, most)));
    }

    /** Sets a tree that was made elsewhere; it belongs to the manifest from now on. */
    public void tree(String field, JsonNode value) {
        written.put(field, value);
    }

    /** Adds a text to a list. */
    public void add(String field, @Nullable String value) {
        if (value == null) {
            missing(field);
        } else {
            written.append(field, NODES.textNode(value));
            Flaw printed = PrintedText.flaw(value);
            if (printed != null) {
                written.report(written.lastItem(field), List.of(printed));
            }
        }
    }

    /** Adds a text of a certain form to a list; one that has not that form is a {@link ValueRule#TEXT} finding. */
    public void add(String field, @Nullable String value, Syntax syntax) {
        add(field, value);
        if (!written.isExempt(syntax, value)) {
            written.report(written.lastItem(field), present(Flaw.ofSyntax(ValueRule.TEXT, value, syntax)));
        }
    }

    /** Adds a value to a list. */
    public void add(String field, @Nullable Leaf value) {
        if (value == null) {
            missing(field);
        } else {
            written.append(field, value.toJson());
            if (!value.flaws().isEmpty()) {
                written.report(written.lastItem(field), value.flaws());
            }
        }
    }

    /** Adds a value to a list that is known when every resource has been placed. */
    public void add(String field, @Nullable Late value) {
        if (value == null) {
            missing(field);
        } else {
            written.append(field, NODES.pojoNode(value));
            written.draft().late();
            if (!value.flaws().isEmpty()) {
                written.report(written.lastItem(field), value.flaws());
            }
        }
    }

    /** Sets a block, in place of whatever the field held. */
    public void set(String field, @Nullable Block value) {
        if (value == null) {
            missing(field);
        } else {
            value.write(replace(field));
        }
    }

    /** Adds a block to a list. */
    public void add(String field, @Nullable Block value) {
        if (value == null) {
            missing(field);
        } else {
            value.write(append(field));
        }
    }

    /** Adds a whole number to a list, which must lie within bounds that are both included. */
    public void add(String field, long value, long least, long most) {
        written.append(field, number(value));
        if (value < least || value > most) {
            written.report(written.lastItem(field), List.of(Flaw.outOfRange(value, least, most)));
        }
    }

    /** Adds texts to a list. */
    public void addAll(String field, @Nullable String... values) {
        if (given(field, values)) {
            for (String value : values) {
                add(field, value);
            }
        }
    }

    /** Adds texts of a certain form to a list. */
    public void addAll(String field, Syntax syntax, @Nullable String... values) {
        if (given(field, values)) {
            for (String value : values) {
                add(field, value, syntax);
            }
        }
    }

    /** Adds values to a list. */
    public void addAll(String field, @Nullable Leaf... values) {
        if (given(field, values)) {
            for (Leaf value : values) {
                add(field, value);
            }
        }
    }

    /** Whether a value was given for a field at all; that none was is a finding. */
    public boolean given(String field, @Nullable Object value) {
        if (value == null) {
            missing(field);
        }
        return value != null;
    }

    /** The object in a list whose field has that text; {@code null} if there is none. */
    public @Nullable JsonNode item(String list, String field, @Nullable String text) {
        JsonNode items = written.get(list);
        if (items != null && text != null) {
            for (JsonNode item : items) {
                if (text.equals(item.path(field).textValue())) {
                    return item;
                }
            }
        }
        return null;
    }

    /** The object in a field, which is made if it is not there. */
    public Fields object(String field) {
        return written.get(field) instanceof ObjectNode present
                ? new Fields(written.inField(field, present))
                : replace(field);
    }

    /** A new object in place of whatever the field held. */
    public Fields replace(String field) {
        ObjectNode made = NODES.objectNode();
        written.put(field, made);
        return new Fields(written.inField(field, made));
    }

    /** A new object at the end of a list. */
    public Fields append(String field) {
        ObjectNode made = NODES.objectNode();
        written.append(field, made);
        return new Fields(written.lastIn(field, made));
    }

    /**
     * Holds some texts against no form, in this object and in all that is made within it from now on: those that stand for
     * others, such as templates.
     */
    public void exempt(BiPredicate<Syntax, String> texts) {
        written.exempt(texts);
    }

    /** Lets an author's block write this object, and takes nothing more from it afterwards. */
    public <B> void block(Function<Fields, B> builder, Consumer<? super B> options) {
        if (given("", options)) {
            options.accept(builder.apply(this));
        }
        seal();
    }

    /** Takes nothing more: what is written from now on is a finding. */
    void seal() {
        written.seal();
    }

    /** Says that a field names another resource, which lives in the same namespace. */
    public void refer(String field, @Nullable Resource target) {
        refer(field, target, true);
    }

    /** Says that a field names another resource, which may live in any namespace. */
    public void mention(String field, @Nullable Resource target) {
        refer(field, target, false);
    }

    private void refer(String field, @Nullable Resource target, boolean local) {
        if (target == null) {
            missing(field);
        } else if (isOpen()) {
            Draft draft = written.draft();
            draft.add(new Reference(written.path(field), target, local, draft.isTracing() ? Origins.here() : null));
        }
    }

    /** Says that what was written to a field is wrong. */
    public void flaw(String field, Rule rule, String message, String hint) {
        flaws(field, List.of(new Flaw(rule, message, hint)));
    }

    /** Says that what was written to a field has these flaws. */
    public void flaws(String field, List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            written.report(written.path(field), flaws);
        }
    }

    /** Says what is wrong with a tree that was made elsewhere: flaws, each at its path in the manifest. */
    public void problems(List<Problem> found) {
        for (Problem problem : found) {
            written.report(problem.field(), List.of(problem.flaw()));
        }
    }

    /** Whether a field has been written. */
    public boolean has(String field) {
        return written.get(field) != null;
    }

    /** What has been written to a field; {@code null} if nothing was. */
    public @Nullable JsonNode get(String field) {
        return written.get(field);
    }

    /** The path of this object in its manifest; empty for the manifest itself. */
    public String path() {
        return written.path();
    }

    private void missing(String field) {
        flaws(field, List.of(Flaw.missing()));
    }

    void checkSyntax(String field, @Nullable String value, Syntax syntax, Rule rule) {
        if (!written.isExempt(syntax, value)) {
            flaws(field, present(Flaw.ofSyntax(rule, value, syntax)));
        }
    }

    /** As a reader of the manifest would have it, so that trees can be compared. */
    private static JsonNode number(long value) {
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    private static List<Flaw> present(@Nullable Flaw flaw) {
        return flaw == null ? List.of() : List.of(flaw);
    }

    boolean isOpen() {
        return written.isOpen();
    }
}
