package dev.gantry.testing;

import dev.gantry.Synthesis;
import dev.gantry.check.Manifest;

/**
 * Where assertions begin; imports well beside those of AssertJ.
 *
 * <pre>{@code
 * Synthesis app = Gantry.synthesize(new Shop(), "production");
 *
 * assertThat(app).hasNoFindings().hasCount("Deployment", 2);
 * assertThat(app).deployment("web").container("web").hasEnv("MODE", "fast").hasImage("shop:1.2").hasPort(HTTP);
 * assertThat(app).service("web").hasPort(80);
 * assertThat(app).serviceAccount("shop", "web").may(Verb.GET, CONFIG_MAPS).mayNot(Verb.LIST, SECRETS);
 * }</pre>
 */
public final class GantryAssertions {

    private GantryAssertions() {}

    /** Assertions over what a blueprint makes for one environment; see {@link dev.gantry.Gantry#synthesize}. */
    public static SynthesisAssert assertThat(Synthesis synthesis) {
        return new SynthesisAssert(synthesis);
    }

    /** Assertions over one manifest. */
    public static ResourceAssert assertThat(Manifest manifest) {
        return new ResourceAssert(manifest);
    }
}
