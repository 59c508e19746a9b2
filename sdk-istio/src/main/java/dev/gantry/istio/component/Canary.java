package dev.gantry.istio.component;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Component;
import dev.gantry.Port;
import dev.gantry.Selectable;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.HttpRoute;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.StringMatch;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.network.Service;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A new version beside the old one, behind the same Service: a DestinationRule with the subsets {@code stable} and {@code
 * canary}, and a VirtualService that leads a part of the requests to the new version, and all that carry a certain header. Both
 * have the component's name.
 */
public final class Canary implements Component {

    private final DestinationRule destinationRule;
    private final VirtualService virtualService;

    private Canary(
            String name, Service service, Selectable stable, Selectable canary, int percentage, Builder options) {
        destinationRule = DestinationRule.of(
                name, service, d -> d.subset("stable", stable).subset("canary", canary));
        RouteDestination old = options.at(destinationRule.subset(stable));
        RouteDestination fresh = options.at(destinationRule.subset(canary));
        virtualService = VirtualService.of(name, v -> {
            if (!options.named) {
                v.host(service);
            }
            options.virtualService.accept(v);
            String header = options.header;
            if (header != null) {
                v.http(r -> options.route.accept(r.name("canary")
                        .match(m -> m.header(header, options.value))
                        .to(fresh)));
            }
            v.http(r -> options.route.accept(r.to(old, 100 - percentage).to(fresh, percentage)));
        });
    }

    /**
     * Makes a canary.
     *
     * @param name the name of its resources: a DNS subdomain
     * @param service what clients connect to; it selects both workloads
     * @param stable the old version
     * @param canary the new version, whose selector differs in some label
     * @param percentage how many of the requests the new version gets, 0 to 100
     */
    @CheckReturnValue
    public static Canary of(
            String name,
            Service service,
            Selectable stable,
            Selectable canary,
            int percentage,
            Consumer<Builder> options) {
        Builder builder = new Builder();
        if (builder.isGiven(options)) {
            options.accept(builder);
        }
        builder.ended = true;
        return new Canary(name, service, stable, canary, percentage, builder);
    }

    @Override
    public List<Resource> resources() {
        return List.of(destinationRule, virtualService);
    }

    /** Which pods are of which version. */
    public DestinationRule destinationRule() {
        return destinationRule;
    }

    /** Which requests go to which version. */
    public VirtualService virtualService() {
        return virtualService;
    }

    /** The options of a {@link Canary}. */
    public static final class Builder {

        private Consumer<VirtualService.Builder> virtualService = v -> {};
        private Consumer<HttpRoute> route = r -> {};
        private @Nullable Port port;
        private @Nullable String header;
        private StringMatch value = StringMatch.exact("true");
        private boolean named;
        private boolean ended;

        private Builder() {}

        /** Sets which port of the Service requests go to, if it has several: what the containers listen on. */
        public Builder port(Port containerPort) {
            if (isOpen() && isGiven(containerPort)) {
                port = containerPort;
            }
            return this;
        }

        /** Leads all requests to the new version whose header has this value. */
        public Builder header(String name, String exactValue) {
            return header(name, StringMatch.exact(exactValue));
        }

        /** Leads all requests to the new version whose header has a value like this. */
        public Builder header(String name, StringMatch valueLike) {
            if (isOpen() && isGiven(name) && isGiven(valueLike)) {
                header = name;
                value = valueLike;
            }
            return this;
        }

        /** Sets what clients ask for, such as {@code shop.example.com}; the Service itself where it is not called. */
        public Builder host(String host) {
            named |= isOpen();
            return virtualService(v -> v.host(host));
        }

        /** Names a gateway by which requests come in; they come from the mesh itself where it is not called. */
        public Builder gateway(IstioGateway gateway) {
            return virtualService(v -> v.gateway(gateway));
        }

        /** Goes on with the options of both routes, such as a timeout. */
        public Builder route(Consumer<HttpRoute> options) {
            if (isOpen() && isGiven(options)) {
                route = route.andThen(options);
            }
            return this;
        }

        /** Goes on with the options of the VirtualService, before its routes are added. */
        public Builder virtualService(Consumer<VirtualService.Builder> options) {
            if (isOpen() && isGiven(options)) {
                virtualService = virtualService.andThen(options);
            }
            return this;
        }

        private RouteDestination at(RouteDestination destination) {
            return port == null ? destination : destination.port(port);
        }

        private boolean isOpen() {
            if (ended) {
                report(Flaw.usedLater());
            }
            return !ended;
        }

        private boolean isGiven(@Nullable Object value) {
            if (value == null) {
                report(Flaw.missing());
            }
            return value != null;
        }

        private static void report(Flaw flaw) {
            Run run = Run.current();
            if (run != null) {
                run.report(List.of(Finding.of(flaw.rule(), flaw.message())
                        .hint(flaw.hint())
                        .at(Origins.here())));
            }
        }
    }
}
