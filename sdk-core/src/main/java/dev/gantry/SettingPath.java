package dev.gantry;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a part of the settings by what it is, and not by what it equals. */
final class SettingPath {

    private SettingPath() {}

    /**
     * The names of the components that lead to a record; {@code null} if it is not a part of the settings.
     *
     * @param wanted the very object
     */
    static @Nullable List<String> to(Record wanted, Record settings) {
        List<String> path = new ArrayList<>();
        if (!find(wanted, settings, path)) {
            return null;
        }
        Collections.reverse(path);
        return path;
    }

    private static boolean find(Record wanted, Object part, List<String> path) {
        if (part == wanted) {
            return true;
        }
        if (part instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Object value = value(component, record);
                Object inner = value instanceof Optional<?> optional && optional.isPresent() ? optional.get() : value;
                if (inner instanceof Record && find(wanted, inner, path)) {
                    path.add(component.getName());
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // what cannot be looked into is not found
        }
    }
}
