import com.example.v1.Tenant;
import com.example.v1.TenantSpec;
import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.Stack;
import dev.gantry.customresource.CustomResource;
import dev.gantry.raw.Raw;

public final class Tenants implements Blueprint<NoSettings> {

    @Override
    public void define(App app, NoSettings settings) {
        TenantSpec spec = new TenantSpec();
        spec.setOwner("blue");
        spec.setSeats(20L);
        Stack tenants = app.stack("tenants", s -> s.namespace("tenants"));
        tenants.addAll(Raw.yaml("src/main/crds/tenants.yaml"));
        tenants.add(CustomResource.of("blue", Tenant.class, spec, t -> {}));
    }
}
