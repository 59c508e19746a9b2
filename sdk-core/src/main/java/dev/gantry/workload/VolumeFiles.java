package dev.gantry.workload;

import dev.gantry.Quantity;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;

/** The files of a volume, as several kinds of volume say them. */
final class VolumeFiles {

    private static final int ALL_PERMISSIONS = 0777;

    private VolumeFiles() {}

    static Fields key(Fields source, String key, String path) {
        Fields item = source.append("items");
        item.set("key", key, Syntax.CONFIG_KEY);
        path(item, path);
        return item;
    }

    static Fields field(Fields source, String path, String fieldPath) {
        Fields item = source.append("items");
        path(item, path);
        item.object("fieldRef").set("fieldPath", fieldPath, Syntax.NOT_EMPTY);
        return item;
    }

    static void resource(Fields source, String path, String container, String resource, Quantity divisor) {
        Fields item = source.append("items");
        path(item, path);
        Fields reference = item.object("resourceFieldRef");
        reference.set("containerName", container, Syntax.DNS_LABEL);
        reference.set("resource", resource, Syntax.NOT_EMPTY);
        reference.set("divisor", divisor);
    }

    static void mode(Fields object, String field, int mode) {
        object.set(field, mode);
        if (mode < 0 || mode > ALL_PERMISSIONS) {
            object.flaw(
                    field,
                    ValueRule.RANGE,
                    "The mode " + mode + " is out of range.",
                    "Give permissions from 0 to 0777; write them in octal, with a leading 0.");
        }
    }

    static void path(Fields item, String path) {
        item.set("path", path, Syntax.NOT_EMPTY);
        if (path != null && (path.startsWith("/") || ("/" + path + "/").contains("/../"))) {
            item.flaw(
                    "path",
                    ValueRule.TEXT,
                    "\"" + path + "\" leads out of the volume.",
                    "Give a relative path without \"..\".");
        }
    }
}
