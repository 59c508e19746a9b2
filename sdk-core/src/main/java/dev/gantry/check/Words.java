package dev.gantry.check;

import java.util.List;
import java.util.function.Function;

/** Lists and names as people write them. */
public final class Words {

    private Words() {}

    /** Such as {@code a, b and c}. */
    public static <T> String list(List<T> items, Function<T, String> text) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            words.append(i == 0 ? "" : i == items.size() - 1 ? " and " : ", ");
            words.append(text.apply(items.get(i)));
        }
        return words.toString();
    }

    /** A resource that containers use, such as {@code CPU} or {@code memory}. */
    static String resource(String name) {
        return name.equals("cpu") ? "CPU" : name;
    }
}
