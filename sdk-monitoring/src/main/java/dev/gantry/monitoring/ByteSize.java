package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.ValueRule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fields that hold a number of bytes, in the operator's own form. */
final class ByteSize {

    private static final Pattern FORM = Pattern.compile("0|([0-9]*[.])?[0-9]+((K|M|G|T|E|P)i?)?B");

    private ByteSize() {}

    static void set(Fields owner, String field, @Nullable String size) {
        owner.set(field, size);
        if (size != null && !FORM.matcher(size).matches()) {
            owner.flaw(
                    field,
                    ValueRule.QUANTITY,
                    "\"" + size + "\" is not a size.",
                    "Write a number and one of B KB MB GB TB PB EB, such as 50GB.");
        }
    }
}
