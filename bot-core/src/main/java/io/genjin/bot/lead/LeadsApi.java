package io.genjin.bot.lead;

import io.genjin.bot.access.ApiRefused;
import io.genjin.bot.access.Needs;
import io.genjin.bot.access.Scope;
import io.genjin.bot.customer.CustomerNames;
import io.genjin.bot.member.MemberDirectory;
import io.genjin.crm.Ids;
import io.genjin.crm.Slice;
import io.genjin.crm.Yuan;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadFilter;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.NewLead;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.lead.Pipeline;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.lead.Stage;
import io.genjin.crm.lead.StageId;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/leads}. */
@RestController
class LeadsApi {
    private final LeadStore leads;
    private final PipelineStore pipeline;
    private final CustomerStore customers;
    private final MemberStore members;
    private final MemberDirectory directory;
    private final TransactionTemplate tx;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    LeadsApi(
            LeadStore leads,
            PipelineStore pipeline,
            CustomerStore customers,
            MemberStore members,
            MemberDirectory directory,
            TransactionTemplate tx,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.leads = leads;
        this.pipeline = pipeline;
        this.customers = customers;
        this.members = members;
        this.directory = directory;
        this.tx = tx;
        this.events = events;
        this.clock = clock;
    }

    record LeadItem(
            String id,
            String customerId,
            String customerName,
            @Nullable String ownerUserId,
            String stageId,
            String stage,
            @Nullable String nextContactAt,
            @Nullable String coreNeed,
            @Nullable String expectedAmountYuan,
            int version,
            Instant createdAt,
            Instant updatedAt) {}

    /** @param stage a stage's name; null for the first */
    record NewLeadBody(
            @Nullable String customerName,
            @Nullable String ownerUserId,
            @Nullable String stage,
            @Nullable String nextContactAt,
            @Nullable String coreNeed,
            @Nullable BigDecimal expectedAmountYuan) {}

    @Operation(summary = "线索，新的在前")
    @Needs(Scope.READ)
    @GetMapping("/api/v1/leads")
    Slice<LeadItem> list(
            @RequestParam(required = false) @Nullable String repUserId,
            @RequestParam(required = false) @Nullable String stageId,
            @RequestParam(defaultValue = "false") boolean openOnly,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (cursor != null && !Ids.isId(cursor)) {
            throw new ApiRefused("cursor", "不是本接口给出的");
        }
        if (stageId != null && !Ids.isId(stageId)) {
            throw new ApiRefused("stageId", "不是阶段的编号");
        }
        Set<MemberId> owners = repUserId == null
                ? null
                : members.findByUserId(repUserId)
                        .map(member -> Set.of(member.id()))
                        .orElse(Set.of());
        LeadFilter filter = new LeadFilter(owners, null, stageId == null ? null : new StageId(stageId), openOnly);
        Slice<Lead> slice = leads.page(filter, cursor, limit);
        Pipeline stages = pipeline.current();
        return new Slice<>(
                slice.items().stream().map(lead -> item(lead, stages)).toList(), slice.nextCursor());
    }

    @Operation(summary = "一条线索")
    @Needs(Scope.READ)
    @GetMapping("/api/v1/leads/{id}")
    LeadItem show(@PathVariable String id) {
        Optional<Lead> lead = Ids.isId(id) ? leads.find(new LeadId(id)) : Optional.empty();
        return item(lead.orElseThrow(() -> refused(HttpStatus.NOT_FOUND, "没有这条线索")), pipeline.current());
    }

    @Operation(summary = "新建线索")
    @Needs(Scope.WRITE)
    @PostMapping("/api/v1/leads")
    ResponseEntity<LeadItem> create(@RequestBody NewLeadBody body) {
        String name = required("customerName", body.customerName());
        if (!CustomerNames.fits(name)) {
            throw invalid("customerName", "须为 1 到 " + CustomerStore.NAME_LIMIT + " 个字");
        }
        String ownerId = required("ownerUserId", body.ownerUserId());
        Member owner = ownerId.matches("[0-9a-zA-Z_.@-]{1,64}")
                ? directory.find(ownerId).orElseThrow(() -> invalid("ownerUserId", "没有这个成员"))
                : refuse("ownerUserId", "没有这个成员");
        Pipeline stages = pipeline.current();
        String stageName = body.stage();
        Stage stage = stageName == null
                ? stages.first()
                : stages.named(stageName).filter(Stage::isOpen).orElseThrow(() -> invalid("stage", "没有这个进行中的阶段"));
        String need = body.coreNeed();
        if (need != null && need.codePointCount(0, need.length()) > Lead.CORE_NEED_LIMIT) {
            throw invalid("coreNeed", "最多 " + Lead.CORE_NEED_LIMIT + " 个字");
        }
        NextContact next = next(body.nextContactAt());
        Yuan amount = amount(body.expectedAmountYuan());
        Lead lead = Objects.requireNonNull(tx.execute(status -> {
            Instant now = clock.instant();
            Customer customer = customers.create(name, now);
            Lead made = leads.create(new NewLead(customer.id(), null, owner.id(), stage.id(), next, need, amount), now);
            events.publishEvent(new LeadCreated(made));
            return made;
        }));
        return ResponseEntity.status(HttpStatus.CREATED).body(item(lead, stages));
    }

    private LeadItem item(Lead lead, Pipeline stages) {
        NextContact next = lead.nextContact();
        return new LeadItem(
                lead.id().value(),
                lead.customerId().value(),
                customers.find(lead.customerId()).map(Customer::name).orElse(""),
                members.find(lead.ownerId()).map(Member::userId).orElse(null),
                lead.stageId().value(),
                stages.find(lead.stageId()).map(Stage::name).orElse(""),
                next == null
                        ? null
                        : next.time()
                                .map(time -> next.day() + "T" + time)
                                .orElse(next.day().toString()),
                lead.coreNeed(),
                lead.expectedAmount() == null ? null : lead.expectedAmount().toString(),
                lead.version(),
                lead.createdAt(),
                lead.updatedAt());
    }

    private static @Nullable NextContact next(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            if (at.getYear() < 2000 || at.getYear() > 2100) {
                throw new DateTimeException("out of range");
            }
            return new NextContact(at.toInstant(), true);
        } catch (DateTimeException invalid) {
            throw invalid("nextContactAt", "须为带时区偏移的 ISO 8601 时间");
        }
    }

    private static @Nullable Yuan amount(@Nullable BigDecimal amount) {
        try {
            return amount == null ? null : new Yuan(amount);
        } catch (IllegalArgumentException wrong) {
            throw invalid("expectedAmountYuan", "须不小于 0，最多两位小数");
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw invalid(field, "缺少");
        }
        return value.strip();
    }

    private static <T> T refuse(String field, String message) {
        throw invalid(field, message);
    }

    private static ErrorResponseException invalid(String field, String message) {
        return refused(HttpStatus.UNPROCESSABLE_CONTENT, field + "：" + message);
    }

    private static ErrorResponseException refused(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
