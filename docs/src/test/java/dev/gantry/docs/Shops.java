package dev.gantry.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.NoSettings;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.config.Secret;
import dev.gantry.customresource.CustomResource;
import dev.gantry.customresource.CustomResourceDefinition;
import io.fabric8.crd.generator.annotation.PrinterColumn;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import io.fabric8.kubernetes.model.annotation.Version;

/** The program of docs/custom-resources.md. */
public final class Shops implements Blueprint<NoSettings> {

    // begin class
    @Group("example.com")
    @Version("v1")
    @ShortNames("sh")
    public record Shop(ShopSpec spec, ShopStatus status) implements Namespaced {}

    /**
     * What is asked for.
     *
     * @param image what runs
     * @param replicas how many of it
     */
    @ValidationRule(
            value = "!has(self.tier) || self.tier != 'small' || self.replicas <= 2",
            message = "a small shop has 2 replicas at most")
    public record ShopSpec(
            @Required Image image,

            @Min(1) @Max(10) @Default("1") @SpecReplicas @PrinterColumn
            Integer replicas,

            Quantity memory,
            Tier tier,
            Database database) {}

    public record Database(@Required String secretName) {}

    public enum Tier {
        @JsonProperty("small")
        SMALL,
        @JsonProperty("large")
        LARGE
    }

    public record ShopStatus(@StatusReplicas int readyReplicas) {}
    // end class

    @Override
    // begin program
    public void define(App app, NoSettings settings) {
        Stack shops = app.stack("shops", s -> s.namespace("shops"));
        shops.add(CustomResourceDefinition.of(Shop.class, d -> d.descriptionsFromJavadoc()));

        Secret database = Secret.existing("blue-database");
        ShopSpec spec = new ShopSpec(Image.of("example.com/shop:1.4"), 3, Quantity.mebi(512), Tier.LARGE, null);
        shops.add(CustomResource.of("blue", Shop.class, spec, r -> r.reference("database.secretName", database)));
    }
    // end program
}
