#!/usr/bin/env node
// In a file that is there before anything is built: package managers link it when they install.
import '../dist/main.mjs';
