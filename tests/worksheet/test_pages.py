from worksheet.sheets import render
import sys
