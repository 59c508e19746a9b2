package dev.gantry.check;

import java.util.List;
import java.util.function.Function;

/** Lists as people write them. */
final class Words {

    private Words() {}

    /** Such as {@code a, b and c}. */
    static <T> String list(List<T> items, Function<T, String> text) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            words.append(i == 0 ? "" : i == items.size() - 1 ? " and " : ", ");
            words.append(text.apply(items.get(i)));
        }
        return words.toString();
    }
}
