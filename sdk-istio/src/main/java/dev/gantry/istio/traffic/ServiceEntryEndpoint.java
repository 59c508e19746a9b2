package dev.gantry.istio.traffic;

import dev.gantry.Port;
import dev.gantry.access.ServiceAccount;
import dev.gantry.extension.Fields;

/**
 * The options of one address behind a ServiceEntry.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/workload-entry/#WorkloadEntry">WorkloadEntry</a>
 */
public final class ServiceEntryEndpoint {

    private final Fields endpoint;

    ServiceEntryEndpoint(Fields endpoint) {
        this.endpoint = endpoint;
    }

    /** Adds to {@code ports}: the endpoint listens with another number on this port of the ServiceEntry; 1 to 65535. */
    public ServiceEntryEndpoint port(Port port, int number) {
        fields().port(port, number);
        return this;
    }

    /** Adds a label to {@code labels}, by which subsets can choose it. */
    public ServiceEntryEndpoint label(String key, String value) {
        fields().label(key, value);
        return this;
    }

    /** Sets {@code network}: endpoints of one network can reach each other. */
    public ServiceEntryEndpoint network(String network) {
        fields().network(network);
        return this;
    }

    /** Sets {@code locality}, such as {@code us-west/zone1}. */
    public ServiceEntryEndpoint locality(String locality) {
        fields().locality(locality);
        return this;
    }

    /** Sets {@code weight}: its part of the traffic, 1 or more. */
    public ServiceEntryEndpoint weight(int weight) {
        fields().weight(weight);
        return this;
    }

    /** Sets {@code serviceAccount}: who it is, if it has a proxy of the mesh; of the same namespace. */
    public ServiceEntryEndpoint serviceAccount(ServiceAccount account) {
        fields().serviceAccount(account);
        return this;
    }

    private WorkloadEntryFields fields() {
        return new WorkloadEntryFields(endpoint);
    }
}
