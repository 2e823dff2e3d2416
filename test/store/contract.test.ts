import { storeContract } from './contract.ts';
import { goingOnContract } from './contract-going-on.ts';
import { retentionContract } from './contract-retention.ts';
import { drivers } from './drivers.ts';

for (const driver of drivers) {
  storeContract(driver);
  goingOnContract(driver);
  retentionContract(driver);
}
