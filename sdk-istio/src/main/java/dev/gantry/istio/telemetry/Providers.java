package dev.gantry.istio.telemetry;

import dev.gantry.extension.Fields;
import dev.gantry.istio.ExtensionProvider;
import org.jspecify.annotations.Nullable;

/** Lists of providers, as all parts of a Telemetry have them. */
final class Providers {

    private Providers() {}

    static void add(Fields owner, @Nullable ExtensionProvider... providers) {
        if (owner.given("providers", providers)) {
            for (ExtensionProvider provider : providers) {
                if (owner.given("providers", provider)) {
                    owner.append("providers").set("name", provider);
                }
            }
        }
    }
}
