package dev.gantry.istio.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.access.ServiceAccount;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.networking.v1.WorkloadEntryBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A workload that is not a pod, such as a virtual machine. Services and ServiceEntries select it by its labels as they select
 * pods.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/workload-entry/">WorkloadEntry</a>
 */
public final class WorkloadEntry extends Resource {

    private static final Kind KIND = Kind.namespaced(TrafficBuilder.GROUP + "/v1", "WorkloadEntry");

    private WorkloadEntry(Builder builder) {
        super(builder);
    }

    /**
     * Makes a WorkloadEntry. It needs an address, unless it has a network.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static WorkloadEntry of(String name, Consumer<Builder> options) {
        return new WorkloadEntry(configured(new Builder(name), options));
    }

    /** Builds a {@link WorkloadEntry}. */
    public static final class Builder extends TrafficBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Sets {@code spec.address}: an IP address, or a DNS name that ServiceEntries with the resolution DNS look up. */
        public Builder address(String address) {
            fields().address(address);
            return this;
        }

        /** Adds to {@code spec.ports}: it listens with another number on this port of the Service; 1 to 65535. */
        public Builder port(Port port, int number) {
            fields().port(port, number);
            return this;
        }

        /** Adds a label to {@code spec.labels}, by which it is selected. */
        public Builder workloadLabel(String key, String value) {
            fields().label(key, value);
            return this;
        }

        /** Sets {@code spec.network}: workloads of one network can reach each other. */
        public Builder network(String network) {
            fields().network(network);
            return this;
        }

        /** Sets {@code spec.locality}, such as {@code us-west/zone1}. */
        public Builder locality(String locality) {
            fields().locality(locality);
            return this;
        }

        /** Sets {@code spec.weight}: its part of the traffic, 1 or more. */
        public Builder weight(int weight) {
            fields().weight(weight);
            return this;
        }

        /** Sets {@code spec.serviceAccount}: who it is; of the same namespace. */
        public Builder serviceAccount(ServiceAccount account) {
            fields().serviceAccount(account);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<WorkloadEntryBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.istio.api.networking.v1.WorkloadEntry.class, WorkloadEntryBuilder::new, edit));
        }

        private WorkloadEntryFields fields() {
            return new WorkloadEntryFields(spec());
        }
    }
}
