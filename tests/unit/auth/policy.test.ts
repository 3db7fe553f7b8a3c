import { describe, expect, it } from "vitest";
import { can, criteriaInReach, POLICY, scopeOf } from "@/lib/auth/policy";

describe("the policy table", () => {
  it("lets only the commune enter and send, and only the committee approve", () => {
    const allowed = (act: keyof typeof POLICY) => Object.keys(POLICY[act]).sort();
    expect(allowed("figure.enter")).toEqual(["commune_editor", "commune_leader"]);
    expect(allowed("submission.send")).toEqual(["commune_editor", "commune_leader"]);
    expect(allowed("submission.approve")).toEqual(["committee_reviewer"]);
    expect(allowed("user.manage")).toEqual(["programme_admin"]);
  });

  it("gives nobody but the programme office every unit", () => {
    for (const [act, roles] of Object.entries(POLICY)) {
      for (const [role, scope] of Object.entries(roles)) {
        if (scope === "everything") expect(`${act} ${role}`).toBe(`${act} programme_admin`);
      }
    }
  });

  it("lets a viewer look and do nothing else", () => {
    const acts = (Object.keys(POLICY) as (keyof typeof POLICY)[]).filter((act) => can("viewer", act));
    expect(acts.sort()).toEqual(["document.view", "notice.read", "session.end", "task.view", "unit.view"]);
  });

  it("narrows a verifier to the criteria in charge", () => {
    const verifier = { role: "department_verifier", criterionIds: [3, 8] } as const;
    const session = { ...verifier, criterionIds: [...verifier.criterionIds] };
    expect(criteriaInReach(session, "submission.review")).toEqual([3, 8]);
    expect(criteriaInReach(session, "unit.view")).toBe("all");
    expect(criteriaInReach(session, "submission.approve")).toEqual([]);
    expect(scopeOf("committee_reviewer", "submission.review")).toBe("subtree");
  });
});
